#include "ui/widgets/accessiblerole.h"

#include <QAccessibleWidget>
#include <QPointer>
#include <QVariant>
#include <QWidget>

#include <map>

namespace mooring {
namespace {

constexpr char roleProperty[] = "mooringRole";

class Part : public QAccessibleInterface
{
public:
    Part(QWidget *widget, int index) : m_widget(widget), m_index(index) {}

    bool isValid() const override { return m_widget && m_index < parts()->partCount(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_widget ? m_widget->window()->windowHandle() : nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_widget.data()); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text what) const override
    {
        return isValid() && what == QAccessible::Name ? parts()->partName(m_index) : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect own = parts()->partRect(m_index);
        return {m_widget->mapToGlobal(own.topLeft()), own.size()};
    }
    QAccessible::Role role() const override { return isValid() ? parts()->partRole() : QAccessible::NoRole; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        state.focusable = state.selectable = true;
        state.selected = isValid() && parts()->currentPart() == m_index;
        state.focused = state.selected && m_widget->hasFocus();
        state.invisible = !isValid() || !m_widget->isVisible();
        return state;
    }

private:
    const AccessibleParts *parts() const { return dynamic_cast<const AccessibleParts *>(m_widget.data()); }

    QPointer<QWidget> m_widget;
    int m_index;
};

class WidgetWithParts : public QAccessibleWidget
{
public:
    WidgetWithParts(QWidget *widget, const AccessibleParts *parts)
        : QAccessibleWidget(widget, parts->partsRole()), m_parts(parts)
    {
    }
    ~WidgetWithParts() override
    {
        for (const auto &[index, id] : m_ids)
            QAccessible::deleteAccessibleInterface(id);
    }
    int childCount() const override { return m_parts->partCount() + QAccessibleWidget::childCount(); }
    QAccessibleInterface *child(int index) const override
    {
        const int own = m_parts->partCount();
        if (index >= own)
            return QAccessibleWidget::child(index - own);
        if (index < 0)
            return nullptr;
        auto found = m_ids.find(index);
        if (found == m_ids.end())
            found = m_ids.emplace(index, QAccessible::registerAccessibleInterface(new Part(widget(), index))).first;
        return QAccessible::accessibleInterface(found->second);
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (const auto &[index, id] : m_ids) {
            if (QAccessible::accessibleInterface(id) == child)
                return index;
        }
        const int inner = QAccessibleWidget::indexOfChild(child);
        return inner < 0 ? inner : inner + m_parts->partCount();
    }

private:
    const AccessibleParts *m_parts;
    mutable std::map<int, QAccessible::Id> m_ids;
};

QAccessibleInterface *makeInterface(const QString &className, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    if (!widget || className != QLatin1String(widget->metaObject()->className()))
        return nullptr;
    if (const auto *parts = dynamic_cast<const AccessibleParts *>(widget))
        return new WidgetWithParts(widget, parts);
    const QVariant role = widget->property(roleProperty);
    return role.isValid() ? new QAccessibleWidget(widget, QAccessible::Role(role.toInt())) : nullptr;
}

} // namespace

void installAccessibleParts()
{
    static const bool once = (QAccessible::installFactory(makeInterface), true);
    Q_UNUSED(once)
}

void setAccessibleRole(QWidget *widget, QAccessible::Role role)
{
    installAccessibleParts();
    widget->setProperty(roleProperty, int(role));
}

void announce(QWidget *widget)
{
    QAccessibleEvent event(widget, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void announcePart(QWidget *widget, int part, QAccessible::Event what)
{
    QAccessibleEvent event(widget, what);
    event.setChild(part);
    QAccessible::updateAccessibility(&event);
}

} // namespace mooring
