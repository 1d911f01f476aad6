#include "ui/inference/deploy/portfield.h"

#include "core/base/text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/form.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLineEdit>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace mooring {

PortField::PortField(QWidget *parent)
    : QWidget(parent),
      m_way(new SegmentedControl(tr("Port"))),
      m_port(textField(96)),
      m_holder(new QWidget),
      m_glyph(new GlyphLabel(Glyph::Warning)),
      m_words(new TextLabel({}, Type::Small, Ink::Text2)),
      m_useNext(linkButton({})),
      m_replace(new QCheckBox)
{
    m_way->setObjectName(u"portWay"_s);
    m_way->addChoice(u"free"_s, tr("A free one"));
    m_way->addChoice(u"own"_s, tr("This one"));
    m_port->setObjectName(u"port"_s);
    m_port->setAccessibleName(tr("Number of the port"));
    m_words->setObjectName(u"portHolder"_s);
    m_words->setWordWrap(true);
    m_useNext->setObjectName(u"useNextPort"_s);
    m_replace->setObjectName(u"takePort"_s);
    auto *line = new QHBoxLayout;
    line->setSpacing(dp(this, 8));
    line->addWidget(m_way);
    line->addWidget(m_port);
    line->addStretch(1);
    auto *held = new QHBoxLayout(m_holder);
    held->setContentsMargins(0, 0, 0, 0);
    held->setSpacing(dp(this, 8));
    held->addWidget(m_glyph, 0, Qt::AlignTop);
    held->addWidget(m_words, 1);
    held->addWidget(m_useNext, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(dp(this, 4));
    column->addLayout(line);
    column->addWidget(m_holder);
    column->addWidget(m_replace);
    setFocusProxy(m_port);
    connect(m_way, &SegmentedControl::chosen, this, [this] {
        showHolder();
        Q_EMIT changed();
    });
    connect(m_port, &QLineEdit::textChanged, this, [this] {
        setLook({}); // of another port
        Q_EMIT changed();
    });
    connect(m_useNext, &QAbstractButton::clicked, this, [this] {
        if (m_look)
            m_port->setText(QString::number(m_look->next));
    });
    connect(m_replace, &QCheckBox::toggled, this, [this] {
        showHolder();
        Q_EMIT changed();
    });
    showHolder();
}

bool PortField::isOwn() const { return m_way->current() == u"own"; }
QString PortField::text() const { return m_port->text(); }
bool PortField::takesPlace() const { return isOwn() && m_replace->isChecked(); }

void PortField::setValues(bool own, const QString &text, bool takesPlace)
{
    const QSignalBlocker quiet(this);
    m_way->setCurrent(own ? u"own"_s : u"free"_s);
    if (m_port->text() != text)
        m_port->setText(text);
    m_replace->setChecked(takesPlace);
    showHolder();
}

void PortField::setLook(const std::optional<PortLook> &look)
{
    m_look = look;
    showHolder();
}

bool PortField::isBlocked() const
{
    return isOwn() && m_look && !m_look->isFree && !(takesPlace() && !m_look->endpoint.isEmpty());
}

void PortField::showHolder()
{
    const bool own = isOwn();
    m_port->setVisible(own);
    const QString holder = own && m_look ? portHolderText(*m_look) : QString();
    m_holder->setVisible(!holder.isEmpty());
    m_words->setText(holder);
    m_words->setInk(isBlocked() ? Ink::Warn : Ink::Text2);
    m_glyph->setGlyph(isBlocked() ? Glyph::Warning : Glyph::Good);
    m_glyph->setVisible(isBlocked());
    m_useNext->setVisible(m_look && m_look->next > 0);
    if (m_look) {
        m_useNext->setText(tr("Use %1", "a port").arg(m_look->next));
        m_replace->setText(tr("Replace %1 when the new one is healthy", "an endpoint").arg(m_look->endpoint));
    }
    m_replace->setVisible(own && m_look && !m_look->endpoint.isEmpty());
    updateGeometry();
}

QString portHolderText(const PortLook &look)
{
    if (!look.endpoint.isEmpty()) {
        const bool runs = look.state == EndpointState::Running || look.state == EndpointState::Unhealthy;
        if (runs && look.since)
            return PortField::tr("Held by %1, your endpoint, made %2.", "an endpoint, a time")
                .arg(look.endpoint, humanTime(*look.since));
        return runs ? PortField::tr("Held by %1, your endpoint.").arg(look.endpoint)
                    : PortField::tr("The port of %1, your endpoint, which does not run now.").arg(look.endpoint);
    }
    if (look.isFree)
        return {};
    if (look.owner && look.owner->pid > 0)
        return PortField::tr("Held by process %1: %2", "%1 a number, %2 its command")
            .arg(look.owner->pid)
            .arg(look.owner->command);
    return PortField::tr("Held by a program of another user.");
}

} // namespace mooring
