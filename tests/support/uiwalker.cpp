#include "tests/support/uiwalker.h"

#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/factsline.h"

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace mooring::test {
namespace {

QString called(const QWidget *widget, const QString &text)
{
    const QString name = widget->objectName().isEmpty() ? text : widget->objectName();
    return u"%1 \"%2\""_s.arg(QString::fromLatin1(widget->metaObject()->className()), name);
}

QString cutLabel(const QLabel *label)
{
    if (label->text().isEmpty() || label->textFormat() == Qt::RichText)
        return {};
    const QRect room = label->contentsRect();
    if (label->wordWrap()) {
        const bool cut = label->heightForWidth(label->width()) > label->height() + 2;
        return cut ? called(label, label->text()) + u": lines are cut"_s : QString();
    }
    const int needed = label->fontMetrics().size(Qt::TextShowMnemonic, label->text()).width();
    return needed > room.width() + 1
               ? called(label, label->text()) + u": text is cut, %1 of %2 px"_s.arg(room.width()).arg(needed)
               : QString();
}

QString cutText(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return cutLabel(label);
    if (const auto *elided = qobject_cast<const ElidedLabel *>(widget))
        return elided->isElided() && elided->toolTip().isEmpty()
                   ? called(widget, elided->text()) + u": elided without a tool tip"_s
                   : QString();
    const bool narrow = widget->width() < widget->sizeHint().width() - 1;
    if (qobject_cast<const Badge *>(widget) || qobject_cast<const FactsLine *>(widget))
        return narrow && widget->toolTip().isEmpty()
                   ? called(widget, widget->accessibleName()) + u": cut without a tool tip"_s
                   : QString();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
        if (!button->text().isEmpty() && narrow)
            return called(widget, button->text()) + u": text is cut"_s;
    }
    return {};
}

bool isInner(const QWidget *widget)
{
    const QWidget *parent = widget->parentWidget();
    return widget->objectName().startsWith(u"qt_"_s) || qobject_cast<const QTabBar *>(parent) ||
           qobject_cast<const QComboBox *>(parent) || (parent && parent->inherits("QAbstractSpinBox"));
}

QString nameless(QWidget *widget)
{
    if (widget->focusPolicy() == Qt::NoFocus || !widget->isEnabled() || widget->isWindow() || isInner(widget) ||
        widget->focusProxy())
        return {};
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
    return face && face->text(QAccessible::Name).isEmpty() ? called(widget, {}) + u": takes the focus and has no name"_s
                                                           : QString();
}

} // namespace

QStringList walkUi(QWidget *root)
{
    QStringList found;
    int filled = 0;
    for (QWidget *widget : QList<QWidget *>{root} + root->findChildren<QWidget *>()) {
        if (widget != root && !widget->isVisibleTo(root))
            continue;
        found << cutText(widget) << nameless(widget);
        const auto *button = qobject_cast<const Button *>(widget);
        if (button && button->kind() == ButtonKind::Filled && ++filled == 2)
            found << called(button, button->text()) + u": a second filled button"_s;
    }
    found.removeAll(QString());
    return found;
}

} // namespace mooring::test
