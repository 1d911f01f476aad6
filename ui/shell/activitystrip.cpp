#include "ui/shell/activitystrip.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/style.h"
#include "ui/widgets/tokens.h"
#include "ui/widgets/turnclock.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>

namespace mooring {

namespace {

/// Icon and small text; flat, as high as the strip.
class StripButton : public QAbstractButton
{
public:
    StripButton(const QString &iconName, const QString &text, QWidget *parent)
        : QAbstractButton(parent), m_icon(iconName)
    {
        setText(text);
        setAccessibleName(text);
        setFocusPolicy(Qt::TabFocus);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    }

    void setInk(Ink ink) { m_ink = ink; }
    void setIcon(const QString &iconName) { m_icon = iconName; }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(fontOf(this, Type::Small));
        return {dp(this, 14 + 6 + 12) + metrics.horizontalAdvance(text()), dp(this, 28)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens tokens = Tokens::from(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (underMouse() && isEnabled())
            painter.fillRect(rect(), tokens.hover);
        const double size = dp(this, 14);
        const QString name = isCheckable() && isChecked() ? QStringLiteral("go-down") : m_icon;
        paintIcon(&painter, name, {double(dp(this, 6)), (height() - size) / 2, size, size}, tokens.text2);
        painter.setFont(fontOf(this, Type::Small));
        painter.setPen(tokens.ink(m_ink));
        painter.drawText(rect().adjusted(dp(this, 26), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text());
        if (hasFocus() && showsKeyboardFocus(this)) {
            painter.setPen(QPen(tokens.accent, 2));
            painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
        }
    }

private:
    QString m_icon;
    Ink m_ink = Ink::Text2;
};

} // namespace

/// The glyph of what goes on, or its bar.
class ActivityStrip::Mark : public QWidget
{
public:
    using QWidget::QWidget;
    void setGlyph(Glyph glyph)
    {
        m_glyph = glyph;
        watchTurn(this, isGoingOn(glyph));
        update();
    }
    void setPart(double part)
    {
        m_part = part;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (m_part < 0) {
            const double size = dp(this, 16);
            paintState(&painter, m_glyph, {(width() - size) / 2, (height() - size) / 2, size, size}, palette(),
                       currentTurn());
            return;
        }
        const Tokens tokens = Tokens::from(palette());
        const double thick = dp(this, 4);
        const QRectF track(0, (height() - thick) / 2, width(), thick);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.track);
        painter.drawRoundedRect(track, thick / 2, thick / 2);
        painter.setBrush(tokens.accent);
        painter.drawRoundedRect(QRectF(track.topLeft(), QSizeF(track.width() * qBound(0.0, m_part, 1.0), thick)),
                                thick / 2, thick / 2);
    }

private:
    Glyph m_glyph = Glyph::Good;
    double m_part = -1;
};

ActivityStrip::ActivityStrip(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("activityStrip"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *activity = new StripButton(QStringLiteral("go-up"), tr("Activity"), this);
    activity->setObjectName(QStringLiteral("activityButton"));
    activity->setCheckable(true);
    activity->setInk(Ink::Text);
    activity->setToolTip(tr("Activity (Ctrl+J)"));
    m_button = activity;
    m_glyph = new Mark(this);
    m_glyph->setFixedSize(dp(this, 20), dp(this, 20));
    m_text = new ElidedLabel({}, Type::Small, Ink::Text2, this);
    m_text->setObjectName(QStringLiteral("activityText"));
    m_bar = new Mark(this);
    m_bar->setFixedSize(dp(this, 96), dp(this, 20));
    m_bar->setPart(0);
    m_keychain = new StripButton(QStringLiteral("lock"), tr("Keychain"), this);
    m_keychain->setObjectName(QStringLiteral("keychainState"));
    m_keychain->hide();
    m_place = new StripButton(QStringLiteral("globe"), {}, this);
    m_place->setObjectName(QStringLiteral("workspacePlace"));
    m_place->setFocusPolicy(Qt::NoFocus);
    m_place->setEnabled(false);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(dp(this, 6), 1, dp(this, 6), 0);
    layout->setSpacing(dp(this, 8));
    layout->addWidget(m_button);
    layout->addWidget(m_glyph);
    layout->addWidget(m_text);
    layout->addWidget(m_bar);
    layout->addStretch(1);
    layout->addWidget(m_keychain);
    layout->addWidget(m_place);
    setNothingRunning();
    setPlace(Place::Local);
}

void ActivityStrip::setPlace(Place place)
{
    const auto show = [this](const char *iconName, const QString &text, const QString &toolTip) {
        static_cast<StripButton *>(m_place)->setIcon(QLatin1StringView(iconName));
        m_place->setText(text);
        m_place->setAccessibleName(text);
        m_place->setToolTip(toolTip);
        m_place->updateGeometry();
    };
    switch (place) {
    case Place::Local:
        return show("globe", tr("Works offline"), tr("Nothing here needs a network, and nothing is sent anywhere."));
    case Place::Azure:
        return show("cloud", tr("Azure ML"), tr("What is shown comes from Azure, and what you do goes there."));
    case Place::Practice:
        return show("beaker", tr("Practice"), tr("Nothing of this workspace is real. It is played on this computer."));
    }
}

QSize ActivityStrip::sizeHint() const { return {dp(this, 400), dp(this, 28)}; }

QString ActivityStrip::text() const { return m_text->text(); }

void ActivityStrip::setActivity(Glyph glyph, const QString &text, double part)
{
    m_glyph->setGlyph(glyph);
    m_glyph->show();
    m_text->setText(text);
    m_bar->setVisible(part >= 0);
    if (part >= 0)
        m_bar->setPart(part);
}

void ActivityStrip::setNothingRunning()
{
    m_glyph->setGlyph(Glyph::Good);
    m_glyph->hide();
    m_bar->hide();
    m_text->setText(tr("Nothing is running"));
}

void ActivityStrip::setKeychain(const QString &text, bool good)
{
    m_keychain->setText(text);
    m_keychain->setAccessibleName(text);
    static_cast<StripButton *>(m_keychain)->setInk(good ? Ink::Text2 : Ink::Warn);
    m_keychain->show();
    m_keychain->updateGeometry();
    m_keychain->update();
}

void ActivityStrip::announce(const QString &text)
{
    m_text->setAccessibleDescription(text);
    QAccessibleEvent event(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void ActivityStrip::paintEvent(QPaintEvent *)
{
    const Tokens tokens = Tokens::from(palette());
    QPainter painter(this);
    painter.fillRect(rect(), tokens.window);
    painter.fillRect(QRectF(0, 0, width(), 1), tokens.line);
}

} // namespace mooring
