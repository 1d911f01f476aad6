#pragma once

#include "core/environments/environmentlist.h"
#include "ui/widgets/page.h"

class QStackedWidget;
class QStandardItemModel;

namespace mooring {

struct AppContext;
class Banner;
class Button;
class TableView;

/// The cached environments of this computer: what they were made from, how big they are, who may go.
class EnvironmentsPage : public Page
{
    Q_OBJECT
public:
    explicit EnvironmentsPage(const AppContext &context, QWidget *parent = nullptr);

    void shown() override { read(); }
    void refresh() override { read(); }
    void workspaceChanged() override { read(); }

private:
    void makeTable();
    void read();
    void fill(const std::vector<CachedEnvironment> &environments);
    void askRemove();
    void remove(const QString &key, const QString &name);
    const CachedEnvironment *current() const;

    const AppContext &m_context;
    Banner *m_banner;
    Button *m_remove;
    TableView *m_table;
    QStandardItemModel *m_model;
    QStackedWidget *m_stack;
    std::vector<CachedEnvironment> m_environments;
    bool m_reading = false;
};

/// "requirements.txt, Python 3.11.2": what people call it.
QString environmentTitle(const CachedEnvironment &environment);

} // namespace mooring
