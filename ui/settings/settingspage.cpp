#include "ui/settings/settingspage.h"

#include "ui/context/appcontext.h"
#include "ui/context/uisettings.h"
#include "ui/settings/appearancesection.h"
#include "ui/settings/dockersection.h"
#include "ui/settings/factsections.h"
#include "ui/settings/runssection.h"
#include "ui/widgets/button.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/cellroles.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/tokens.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QListWidget>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QTimer>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr int kIndexFrom = 700; ///< px of page width from which the index stands beside the sections

QString iconOf(const QString &section)
{
    if (section == u"appearance"_s)
        return u"eye"_s;
    if (section == u"keychain"_s)
        return u"lock"_s;
    if (section == u"runs"_s)
        return u"run"_s;
    if (section == u"python"_s)
        return u"environment"_s;
    if (section == u"docker"_s)
        return u"container"_s;
    return section == u"kept"_s ? u"history"_s : u"info"_s;
}

} // namespace

SettingsPage::SettingsPage(const AppContext &context, const QString &section, QWidget *parent)
    : Page(parent), m_context(context), m_first(section)
{
    setObjectName(u"settingsPage"_s);
    header()->setIcon(u"preferences-system"_s);
    header()->setTitle(tr("Settings"));
    header()->setFacts({tr("Saved as you change them"), tr("Ctrl+Z takes a change back")});
    Button *asFile = edgeButton(tr("Open as a file"), u"file"_s);
    asFile->setObjectName(u"openSettingsFile"_s);
    connect(asFile, &QAbstractButton::clicked, this, [this] {
        m_context.settings.flush(); // what was changed a moment ago is in it
        QDesktopServices::openUrl(QUrl::fromLocalFile(m_context.settings.path()));
    });
    header()->addAction(asFile);
    Button *defaults = edgeButton(tr("All defaults"), u"view-refresh"_s);
    defaults->setObjectName(u"allDefaults"_s);
    connect(defaults, &QAbstractButton::clicked, this, [this] {
        for (const SettingsSection *each : m_sections)
            each->reset();
        m_context.settings.choose({});
    });
    header()->addAction(defaults);
    setHeaderLine(true);
    auto *undo = new QShortcut(QKeySequence::Undo, this);
    undo->setContext(Qt::WidgetWithChildrenShortcut);
    connect(undo, &QShortcut::activated, this, [this] { m_context.settings.undo(); });

    m_sections = {makeAppearanceSection(context.settings),
                  makeKeychainSection(context),
                  makeRunsSection(context.settings),
                  makePythonSection(context),
                  makeDockerSection(context),
                  makeKeptSection(context),
                  makeAboutSection()};
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(dp(this, 24), 0, dp(this, 24), dp(this, 24));
    column->setSpacing(0);
    for (SettingsSection *each : m_sections) {
        if (each != m_sections.front()) {
            auto *line = new Separator;
            line->setMaximumWidth(dp(this, 752));
            column->addWidget(line);
        }
        column->addWidget(each);
    }
    column->addStretch(1);
    m_scroll = scrolling(content);

    auto *body = new QWidget;
    auto *across = new QHBoxLayout(body);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    across->addWidget(makeIndex());
    across->addWidget(m_scroll, 1);
    setBody(body);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::valueChanged, this, &SettingsPage::followScroll);
}

QWidget *SettingsPage::makeIndex()
{
    m_indexColumn = new QWidget;
    auto *layout = new QHBoxLayout(m_indexColumn);
    layout->setContentsMargins(dp(this, 12), dp(this, 12), 0, 0);
    layout->setSpacing(dp(this, 12));
    m_index = new QListWidget;
    m_index->setObjectName(u"settingsIndex"_s);
    m_index->setAccessibleName(tr("Sections"));
    m_index->setFrameShape(QFrame::NoFrame);
    auto *cells = new CellDelegate(m_index);
    cells->setEdge(12);
    m_index->setItemDelegate(cells);
    m_index->setFixedWidth(dp(this, 176));
    for (const SettingsSection *section : m_sections) {
        auto *item = new QListWidgetItem(section->shortTitle(), m_index);
        item->setData(CellRole::Icon, iconOf(section->id()));
        item->setSizeHint({dp(this, 160), dp(this, 32)});
        item->setData(Qt::UserRole, section->id());
    }
    m_index->setCurrentRow(0);
    layout->addWidget(m_index);
    layout->addWidget(new Separator(Qt::Vertical));
    connect(m_index, &QListWidget::itemClicked, this,
            [this](QListWidgetItem *item) { showSection(item->data(Qt::UserRole).toString()); });
    connect(m_index, &QListWidget::itemActivated, this,
            [this](QListWidgetItem *item) { showSection(item->data(Qt::UserRole).toString()); });
    return m_indexColumn;
}

void SettingsPage::shown()
{
    // After the layout: only then it is known where a section stands.
    if (!m_first.isEmpty())
        QTimer::singleShot(0, this, [this] { showSection(m_first); });
}

void SettingsPage::showSection(const QString &id)
{
    for (size_t i = 0; i < m_sections.size(); ++i) {
        if (m_sections[i]->id() != id)
            continue;
        m_scroll->verticalScrollBar()->setValue(m_sections[i]->y());
        m_index->setCurrentRow(int(i));
    }
}

void SettingsPage::followScroll()
{
    const QScrollBar *bar = m_scroll->verticalScrollBar();
    if (bar->value() >= bar->maximum())
        return; // the last sections never reach the top: what was chosen stays chosen
    int row = 0;
    for (size_t i = 0; i < m_sections.size(); ++i) {
        if (m_sections[i]->y() <= bar->value())
            row = int(i);
    }
    m_index->setCurrentRow(row);
}

void SettingsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_indexColumn->setVisible(width() >= dp(this, kIndexFrom));
}

} // namespace mooring
