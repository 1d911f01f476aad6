#include "ui/widgets/pageheader.h"

#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/factsline.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/tokens.h"

#include <QAction>
#include <QBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {
namespace {

constexpr qsizetype kMost = 3; ///< buttons that stand beside each other; the others are under "more"

class TitleIcon : public QWidget
{
public:
    explicit TitleIcon(QWidget *parent) : QWidget(parent) { setFixedSize(dp(this, 20), dp(this, 20)); }
    QString name;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintIcon(&painter, name, rect(), Tokens::from(palette()).text2);
    }
};

/// Which one stays when only one can: the main act, then what stops, then the first.
QAbstractButton *mostUrgent(const QList<QAbstractButton *> &actions)
{
    QAbstractButton *best = nullptr;
    int bestRank = -1;
    for (QAbstractButton *action : actions) {
        const auto *button = qobject_cast<Button *>(action);
        const int rank = !button                                ? 0
                         : button->kind() == ButtonKind::Filled ? 2
                         : button->kind() == ButtonKind::Danger ? 1
                                                                : 0;
        if (rank > bestRank) {
            best = action;
            bestRank = rank;
        }
    }
    return best;
}

} // namespace

class PageHeader::Private
{
public:
    explicit Private(PageHeader *owner) : q(owner)
    {
        column = new QVBoxLayout(q);
        column->setSpacing(dp(q, 4));
        row = new QHBoxLayout;
        row->setSpacing(dp(q, 8));
        icon = new TitleIcon(q);
        icon->hide();
        title = new ElidedLabel({}, Type::Title, Ink::Text, q);
        badge = new Badge(q);
        badge->hide();
        more = iconButton(u"more"_s, PageHeader::tr("More actions"), {}, q);
        more->setSmall(false);
        more->setObjectName(u"moreActions"_s);
        more->hide();
        row->addWidget(icon);
        row->addSpacing(0);
        row->addWidget(title, 0);
        row->addSpacing(dp(q, 5));
        row->addWidget(badge, 0, Qt::AlignVCenter);
        row->addStretch(1);
        actionsAt = row->count();
        row->addWidget(more);
        row->setAlignment(title, Qt::AlignVCenter);
        facts = new FactsLine(q);
        facts->setVisible(false);
        column->addLayout(row);
        column->addWidget(facts);
        setMargins(24);
        QObject::connect(more, &QPushButton::clicked, q, [this] { showMore(); });
    }

    void setMargins(int edge) { column->setContentsMargins(dp(q, edge), dp(q, 16), dp(q, edge), 0); }

    QList<QAbstractButton *> wanted() const
    {
        QList<QAbstractButton *> list;
        for (const Action &action : actions) {
            if (action.button && action.shown)
                list << action.button;
        }
        return list;
    }

    int widthOf(const QList<QAbstractButton *> &buttons) const
    {
        const bool hasMore = menu || buttons.size() > kMost;
        int width = hasMore ? more->sizeHint().width() + dp(q, 8) : 0;
        for (const QAbstractButton *button : buttons.first(qMin(kMost, buttons.size())))
            width += button->sizeHint().width() + dp(q, 8);
        return width;
    }

    void arrange()
    {
        const bool compact = q->isCompact();
        setMargins(compact ? 16 : 24);
        facts->setVisible(!compact && !facts->facts().isEmpty());
        const int others = (icon->isHidden() ? 0 : dp(q, 28)) +
                           (badge->isHidden() ? 0 : badge->sizeHint().width() + dp(q, 20)) +
                           qMin(title->sizeHint().width(), dp(q, 200)) + dp(q, 48);
        const QList<QAbstractButton *> buttons = wanted();
        const bool crowded = buttons.size() > 1 && (compact || others + widthOf(buttons) > q->width());
        folded = crowded ? buttons : buttons.mid(kMost);
        if (crowded)
            folded.removeOne(mostUrgent(buttons));
        for (const Action &action : std::as_const(actions)) {
            if (action.button)
                action.button->setVisible(action.shown && !folded.contains(action.button));
        }
        more->setVisible(!folded.isEmpty() || (menu && !menu->isEmpty()));
    }

    void showMore()
    {
        if (folded.isEmpty() && menu) {
            menu->popup(more->mapToGlobal(QPoint(more->width() - menu->sizeHint().width(), more->height() + 2)));
            return;
        }
        auto *all = new QMenu(more);
        all->setAttribute(Qt::WA_DeleteOnClose);
        for (QAbstractButton *button : folded) {
            QAction *action = all->addAction(button->icon(), button->text());
            action->setObjectName(button->objectName());
            action->setEnabled(button->isEnabled());
            QObject::connect(action, &QAction::triggered, button, [button] { button->click(); });
        }
        if (menu) {
            all->addSeparator();
            all->addActions(menu->actions());
        }
        all->popup(more->mapToGlobal(QPoint(more->width() - all->sizeHint().width(), more->height() + 2)));
    }

    struct Action
    {
        QPointer<QAbstractButton> button;
        bool shown; ///< as the page wants it
    };

    PageHeader *q;
    QVBoxLayout *column;
    QHBoxLayout *row;
    TitleIcon *icon;
    ElidedLabel *title;
    Badge *badge;
    FactsLine *facts;
    Button *more;
    QPointer<QWidget> rail;
    QPointer<QMenu> menu;
    QList<Action> actions;
    QList<QAbstractButton *> folded;
    int actionsAt = 0;
};

PageHeader::PageHeader(QWidget *parent) : QWidget(parent), d(std::make_unique<Private>(this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

PageHeader::~PageHeader() = default;

void PageHeader::setTitle(const QString &title)
{
    d->title->setText(title);
    d->arrange();
}

QString PageHeader::title() const { return d->title->text(); }

void PageHeader::setIcon(const QString &iconName)
{
    d->icon->name = iconName;
    d->icon->setVisible(!iconName.isEmpty());
    d->icon->update();
}

void PageHeader::setBadge(Glyph glyph, const QString &word)
{
    d->badge->setState(glyph, word);
    d->badge->setVisible(!word.isEmpty());
    d->arrange();
}

void PageHeader::setFacts(const QStringList &facts)
{
    d->facts->setFacts(facts);
    d->arrange();
}

void PageHeader::addAction(QAbstractButton *button, bool shown)
{
    button->setParent(this);
    d->row->insertWidget(d->actionsAt++, button);
    d->actions << Private::Action{button, shown};
    d->arrange();
}

void PageHeader::showAction(QAbstractButton *button, bool shown)
{
    const auto action = std::find_if(d->actions.begin(), d->actions.end(),
                                     [button](const Private::Action &each) { return each.button == button; });
    if (action == d->actions.end() || action->shown == shown)
        return;
    action->shown = shown;
    d->arrange();
}

void PageHeader::setMoreMenu(QMenu *menu)
{
    d->menu = menu;
    d->arrange();
}

void PageHeader::setRail(QWidget *rail)
{
    delete d->rail;
    d->rail = rail;
    if (rail)
        d->row->insertWidget(d->actionsAt, rail, 0, Qt::AlignVCenter);
}

bool PageHeader::isCompact() const { return width() > 0 && width() < dp(this, 700); }

void PageHeader::resizeEvent(QResizeEvent *) { d->arrange(); }

} // namespace mooring
