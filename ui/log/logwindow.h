#pragma once

#include <QMainWindow>

namespace mooring {

class LogPane;

/// `mooring view FILE`: a window with one log, followed while it grows.
class LogWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit LogWindow(const QString &path, QWidget *parent = nullptr);

    LogPane *pane() const { return m_pane; }

private:
    LogPane *m_pane;
};

} // namespace mooring
