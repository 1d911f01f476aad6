#include "ui/log/logwindow.h"

#include "ui/log/logpane.h"
#include "ui/widgets/tokens.h"

#include <QFileInfo>
#include <QShortcut>

namespace mooring {

using namespace Qt::StringLiterals;

LogWindow::LogWindow(const QString &path, QWidget *parent) : QMainWindow(parent), m_pane(new LogPane)
{
    const QFileInfo file(path);
    setObjectName(u"logWindow"_s);
    setWindowTitle(tr("%1 - Mooring").arg(file.fileName()));
    setCentralWidget(m_pane);
    resize(dp(this, 1024), dp(this, 640));
    m_pane->setLogs({{file.fileName(), file.absoluteFilePath()}});
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_pane, &LogPane::startFind);
    connect(new QShortcut(QKeySequence::Save, this), &QShortcut::activated, m_pane, &LogPane::saveAs);
    connect(new QShortcut(QKeySequence::Close, this), &QShortcut::activated, this, &QWidget::close);
    m_pane->setFocus();
}

} // namespace mooring
