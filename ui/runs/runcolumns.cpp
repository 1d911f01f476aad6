#include "ui/runs/runcolumns.h"

#include "ui/context/uisettings.h"

#include <QMenu>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr char kLayoutKey[] = "runColumns";
constexpr int kUsual = 2;
constexpr qsizetype kMostInMenu = 40;

/// Of the machine, not of the model: nobody looks for it in a list of runs first.
bool isOfSystem(const QString &column) { return column.startsWith(u"metrics/system/"_s); }

} // namespace

RunColumns::RunColumns(UiSettings &settings, const QList<std::pair<QString, QString>> &own, QObject *parent)
    : QObject(parent), m_settings(settings), m_own(own)
{
    const Json kept = m_settings.layout(kLayoutKey);
    m_hidden = stringsAt(kept, "hidden");
    if (kept.is_object() && kept.contains("logged") && kept["logged"].is_array())
        m_chosen = stringsAt(kept, "logged");
}

void RunColumns::setLogged(const QStringList &columns)
{
    m_known = columns;
    if (m_chosen || !m_usual.isEmpty())
        return; // what stands there does not change by itself
    for (const QString &column : columns) {
        if (m_usual.size() < kUsual && column.startsWith(u"metrics/"_s) && !isOfSystem(column))
            m_usual << column;
    }
    if (!m_usual.isEmpty())
        Q_EMIT changed();
}

QStringList RunColumns::logged() const { return m_chosen.value_or(m_usual); }

QMenu *RunColumns::makeMenu(QWidget *parent)
{
    auto *menu = new QMenu(parent);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fill(menu); });
    return menu;
}

void RunColumns::fill(QMenu *menu)
{
    menu->clear();
    const auto add = [menu](const QString &title, bool on) {
        QAction *action = menu->addAction(QString(title).replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(on);
        return action;
    };
    for (const auto &[word, title] : m_own) {
        connect(add(title, !isHidden(word)), &QAction::toggled, this,
                [this, word = word](bool on) { toggleOwn(word, on); });
    }
    QStringList offered = logged(); // also those that no shown run has: they can be taken away
    for (const QString &column : m_known) {
        if (!offered.contains(column) && !isOfSystem(column))
            offered << column;
    }
    for (const QString &column : m_known) {
        if (!offered.contains(column))
            offered << column;
    }
    for (const auto &[part, title] :
         {std::pair(u"metrics/"_s, tr("Metrics")), std::pair(u"params/"_s, tr("Parameters"))}) {
        const QStringList columns = offered.filter(QRegularExpression(u'^' + part)).mid(0, kMostInMenu);
        if (columns.isEmpty())
            continue;
        menu->addSection(title);
        for (const QString &column : columns) {
            connect(add(titleOf(column), logged().contains(column)), &QAction::toggled, this,
                    [this, column](bool on) { toggleLogged(column, on); });
        }
    }
}

void RunColumns::toggleOwn(const QString &word, bool shown)
{
    if (shown)
        m_hidden.removeAll(word);
    else if (!m_hidden.contains(word))
        m_hidden << word;
    keep();
}

void RunColumns::toggleLogged(const QString &column, bool shown)
{
    QStringList columns = logged();
    columns.removeAll(column);
    if (shown)
        columns << column;
    m_chosen = columns;
    keep();
}

void RunColumns::keep()
{
    Json kept{{"hidden", stringList(m_hidden)}};
    if (m_chosen)
        kept["logged"] = stringList(*m_chosen);
    m_settings.setLayout(kLayoutKey, kept);
    Q_EMIT changed();
}

} // namespace mooring
