#pragma once

#include "ui/shell/paletteitem.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QLineEdit;
class QListView;

namespace mooring {

class PaletteListModel;
class UiSettings;

/// Ctrl+Shift+P: one field and at most eight rows over the window. A child of the window, not a window of its own.
class CommandPalette : public QFrame
{
    Q_OBJECT
public:
    /// Gives all there is to offer at the time when the palette opens.
    using Provider = std::function<std::vector<PaletteItem>()>;

    CommandPalette(Provider provider, UiSettings &settings, QWidget *window);

    /// `query`: what stands in the field at first, for instance "@".
    void open(const QString &query = {});
    QLineEdit *field() const { return m_field; }
    QListView *list() const { return m_list; }
    PaletteListModel *model() const { return m_model; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeFoot();
    void search();
    void place();
    void step(int by);
    void act();
    void close();
    bool handleKey(int key);

    Provider m_provider;
    UiSettings &m_settings;
    std::vector<PaletteItem> m_all;
    QLineEdit *m_field;
    QLabel *m_count;
    QListView *m_list;
    PaletteListModel *m_model;
    QPointer<QWidget> m_focusBefore;
};

} // namespace mooring
