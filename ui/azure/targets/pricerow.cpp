#include "ui/azure/targets/pricerow.h"

#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace mooring {

PriceRow::PriceRow(QWidget *parent)
    : QWidget(parent),
      m_text(helpLine({})),
      m_change(linkButton({})),
      m_form(new QWidget),
      m_field(new QLineEdit),
      m_wrong(helpLine({}))
{
    m_text->setObjectName(u"usagePrice"_s);
    m_change->setObjectName(u"changePrice"_s);
    m_field->setObjectName(u"priceField"_s);
    m_field->setPlaceholderText(u"1.20 EUR"_s);
    m_field->setAccessibleName(tr("Price of a node hour"));
    m_wrong->setObjectName(u"priceWrong"_s);
    m_wrong->setInk(Ink::Fail);
    auto *line = new QHBoxLayout;
    line->addWidget(m_text, 1);
    line->addWidget(m_change, 0, Qt::AlignTop);
    auto *keepIt = edgeButton(tr("Keep"));
    keepIt->setSmall(true);
    keepIt->setObjectName(u"keepPrice"_s);
    auto *cancel = flatButton(tr("Cancel"));
    cancel->setObjectName(u"cancelPrice"_s);
    auto *form = new QHBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(dp(this, 8));
    form->addWidget(m_field, 1);
    form->addWidget(keepIt);
    form->addWidget(cancel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(dp(this, 4));
    column->addLayout(line);
    column->addWidget(m_form);
    column->addWidget(m_wrong);
    connect(m_change, &QAbstractButton::clicked, this, [this] { edit(true); });
    connect(keepIt, &QAbstractButton::clicked, this, &PriceRow::keep);
    connect(m_field, &QLineEdit::returnPressed, this, &PriceRow::keep);
    connect(cancel, &QAbstractButton::clicked, this, [this] { edit(false); });
    connect(m_field, &QLineEdit::textEdited, this, [this] {
        m_wrong->hide();
        m_field->setAccessibleDescription({});
    });
    edit(false);
}

void PriceRow::setPrice(const QString &compute, const std::optional<NodePrice> &price, std::optional<double> nodeHours)
{
    if (compute != m_compute)
        edit(false);
    m_compute = compute;
    m_price = price;
    m_change->setText(price ? tr("Change…") : tr("Set…"));
    m_change->setAccessibleName(price ? tr("Change the price of a node hour") : tr("Set the price of a node hour"));
    m_text->setText(!price      ? tr("Price of a node hour: not known")
                    : nodeHours ? tr("About %1 at your price of %2 per node hour")
                                      .arg(price->amountText(*nodeHours * price->perHour), price->text())
                                : tr("Your price of a node hour: %1").arg(price->text()));
}

void PriceRow::edit(bool on)
{
    m_form->setVisible(on);
    m_change->setVisible(!on);
    m_wrong->hide();
    if (!on)
        return;
    m_field->setText(m_price ? m_price->plainText() : QString());
    m_field->selectAll();
    m_field->setFocus(Qt::OtherFocusReason);
}

void PriceRow::keep()
{
    const QString text = m_field->text().trimmed();
    std::optional<NodePrice> price;
    if (!text.isEmpty()) {
        const auto parsed = NodePrice::parse(text);
        if (!parsed) {
            m_wrong->setText(parsed.error().text());
            m_wrong->show();
            m_field->setAccessibleDescription(m_wrong->text());
            announce(m_wrong);
            return m_field->setFocus(Qt::OtherFocusReason);
        }
        price = *parsed;
    }
    edit(false);
    m_change->setFocus(Qt::OtherFocusReason);
    Q_EMIT priceWanted(price);
}

void PriceRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || m_form->isHidden())
        return QWidget::keyPressEvent(event);
    edit(false);
    m_change->setFocus(Qt::OtherFocusReason);
}

} // namespace mooring
