#include "ui/widgets/factlist.h"

#include "ui/widgets/elidedlabel.h"

#include <QGridLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr int kGap = 8; ///< a label that fills its place does not touch its value

} // namespace

FactList::FactList(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(dp(this, kGap));
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(1, 1);
    setLabelWidth(m_labelWidth);
}

void FactList::setFacts(const std::vector<std::pair<QString, QString>> &facts)
{
    const bool same = facts.size() == m_rows.size() &&
                      std::equal(facts.begin(), facts.end(), m_rows.begin(),
                                 [](const auto &fact, const Row &row) { return fact.first == row.label->text(); });
    if (!same)
        clear();
    for (const auto &[label, value] : facts)
        setFact(label, value);
}

void FactList::setFact(const QString &label, const QString &value, Ink ink)
{
    auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.label->text() == label; });
    if (found == m_rows.end()) {
        const int at = int(m_rows.size());
        Row row{new ElidedLabel(label, Type::Body, Ink::Text2, this), new ElidedLabel(value, Type::Body, ink, this)};
        row.label->setFixedWidth(dp(this, m_labelWidth - kGap));
        m_grid->addWidget(row.label, at, 0);
        m_grid->addWidget(row.value, at, 1);
        m_grid->setRowMinimumHeight(at, dp(this, 24));
        m_rows.push_back(row);
        found = m_rows.end() - 1;
    }
    found->value->setInk(ink);
    found->value->setText(value);
    found->value->setAccessibleName(u"%1, %2"_s.arg(label, value));
}

QString FactList::fact(const QString &label) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.label->text() == label; });
    return found == m_rows.end() ? QString() : found->value->text();
}

void FactList::setLabelWidth(int px)
{
    m_labelWidth = px;
    for (const Row &row : m_rows)
        row.label->setFixedWidth(dp(this, px - kGap));
}

void FactList::clear()
{
    for (size_t i = 0; i < m_rows.size(); ++i) {
        delete m_rows[i].label;
        delete m_rows[i].value;
        m_grid->setRowMinimumHeight(int(i), 0);
    }
    m_rows.clear();
}

} // namespace mooring
