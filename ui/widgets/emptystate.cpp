#include "ui/widgets/emptystate.h"

#include "ui/widgets/commandbox.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/textlabel.h"

#include <QAbstractButton>
#include <QBoxLayout>

namespace mooring {

EmptyState::EmptyState(const QString &iconName, const QString &title, const QString &text, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(dp(this, 24), dp(this, 24), dp(this, 24), dp(this, 24));
    column->setSpacing(0);
    column->addStretch(1);
    m_icon = new IconLabel(iconName, 24, Ink::Text2, this);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addSpacing(dp(this, 8));
    m_title = sectionTitle(title, this);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    column->addWidget(m_title);
    column->addSpacing(dp(this, 4));
    m_text = paragraph(text, this);
    m_text->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_text->setMaximumWidth(dp(this, 520)); // a line that an eye can follow, however wide the page is
    auto *line = new QHBoxLayout;
    line->addStretch(1);
    line->addWidget(m_text, 1000);
    line->addStretch(1);
    column->addLayout(line);
    m_acts = new QWidget(this);
    m_actRow = new QHBoxLayout(m_acts);
    m_actRow->setContentsMargins(0, dp(this, 16), 0, 0);
    m_actRow->setSpacing(dp(this, 8));
    m_acts->hide();
    column->addWidget(m_acts, 0, Qt::AlignHCenter);
    column->addSpacing(dp(this, 12));
    m_command = new CommandBox({}, this);
    m_command->setFixedWidth(dp(this, 360));
    m_command->hide();
    column->addWidget(m_command, 0, Qt::AlignHCenter);
    column->addStretch(1);
    setTexts(title, text);
}

void EmptyState::setTexts(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
}

void EmptyState::setIcon(const QString &iconName) { static_cast<IconLabel *>(m_icon)->setIconName(iconName); }

void EmptyState::addAction(QAbstractButton *button)
{
    m_actRow->addWidget(button);
    m_acts->show();
}

void EmptyState::setCommand(const QString &command)
{
    m_command->setCommand(command);
    m_command->setVisible(!command.isEmpty());
}

} // namespace mooring
