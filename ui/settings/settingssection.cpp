#include "ui/settings/settingssection.h"

#include "ui/widgets/button.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace mooring {

SettingsSection::SettingsSection(const QString &id, const QString &title, QWidget *parent)
    : QWidget(parent),
      m_id(id),
      m_title(title),
      m_column(new QVBoxLayout(this)),
      m_head(new QHBoxLayout),
      m_glyph(new GlyphLabel(Glyph::Unknown)),
      m_state(new TextLabel({}, Type::Body, Ink::Text2))
{
    setObjectName(QStringLiteral("section-") + id);
    setMaximumWidth(dp(this, 752));
    m_column->setContentsMargins(0, dp(this, 12), 0, dp(this, 16));
    m_column->setSpacing(dp(this, 12));
    m_head->setSpacing(dp(this, 8));
    m_head->addWidget(sectionTitle(title));
    m_head->addSpacing(dp(this, 8));
    m_head->addWidget(m_glyph);
    m_head->addWidget(m_state, 1);
    m_glyph->hide();
    m_state->setObjectName(QStringLiteral("state-") + id);
    m_column->addLayout(m_head);
}

void SettingsSection::setState(Glyph glyph, const QString &text)
{
    m_glyph->setGlyph(glyph);
    m_glyph->setVisible(!text.isEmpty());
    m_state->setText(text);
}

void SettingsSection::setNote(const QString &text) { m_state->setText(text); }

QHBoxLayout *SettingsSection::addRow(const QString &label, QWidget *control, const QString &help)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(dp(this, 12));
    auto *name = new TextLabel(label);
    name->setFixedWidth(dp(this, 140));
    row->addWidget(name);
    row->addWidget(control);
    if (!help.isEmpty())
        row->addWidget(helpLine(help), 1);
    else
        row->addStretch(1);
    m_column->addLayout(row);
    return row;
}

void SettingsSection::addHeadAction(QWidget *widget) { m_head->addWidget(widget); }

void SettingsSection::addWidget(QWidget *widget) { m_column->addWidget(widget); }

QWidget *defaultLink(UiSettings &settings, std::function<bool(const UiSettings::Choices &)> differs,
                     std::function<void(UiSettings::Choices &)> reset, const QString &ofWhat)
{
    Button *link = linkButton(QCoreApplication::translate("mooring::SettingsPage", "Default"));
    link->setAccessibleDescription(ofWhat);
    QSizePolicy policy = link->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // its coming and going moves nothing
    link->setSizePolicy(policy);
    const auto update = [link, &settings, differs] { link->setVisible(differs(settings.choices())); };
    QObject::connect(&settings, &UiSettings::chosen, link, update);
    QObject::connect(link, &QAbstractButton::clicked, link, [&settings, reset] {
        UiSettings::Choices choices = settings.choices();
        reset(choices);
        settings.choose(choices);
    });
    link->setVisible(differs(settings.choices()));
    return link;
}

} // namespace mooring
