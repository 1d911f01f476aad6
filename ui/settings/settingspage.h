#pragma once

#include "ui/widgets/page.h"

class QListWidget;
class QScrollArea;

namespace mooring {

struct AppContext;
class SettingsSection;

/// All settings in one scroll, with an index. A change is saved at once; Ctrl+Z takes it back.
class SettingsPage : public Page
{
    Q_OBJECT
public:
    SettingsPage(const AppContext &context, const QString &section, QWidget *parent = nullptr);

    void shown() override;
    void showSection(const QString &id);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeIndex();
    void followScroll();

    const AppContext &m_context;
    QString m_first;
    std::vector<SettingsSection *> m_sections;
    QListWidget *m_index = nullptr;
    QWidget *m_indexColumn = nullptr;
    QScrollArea *m_scroll = nullptr;
};

} // namespace mooring
