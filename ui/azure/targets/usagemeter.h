#pragma once

#include "core/azure/ml/computeusage.h"

#include <QWidget>

namespace mooring {

class Button;
class DayChart;
class PriceRow;
class TableView;
class TextLabel;

/// Nodes of a managed compute over a day: steps, node hours, what nobody saw, and what it cost at a price that the user
/// gives in place. Today at first; the days before while they are kept. T or its link shows the same as a table.
class UsageMeter : public QWidget
{
    Q_OBJECT
public:
    explicit UsageMeter(QWidget *parent = nullptr);

    /// With the last look in it. Another compute begins with today.
    void setUsage(const QString &compute, const UsageHistory &history);

Q_SIGNALS:
    void priceWanted(const std::optional<mooring::NodePrice> &price); ///< nothing: forget it

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show();
    void showTable(bool on);
    void fillTable(const Usage &usage);
    QString gapsOf(const Usage &usage) const;
    void makeTable();
    QWidget *makeTools();

    QString m_compute;
    UsageHistory m_history;
    int m_back = 0; ///< days before today
    TextLabel *m_title;
    TextLabel *m_sum;
    DayChart *m_chart;
    TableView *m_table;
    TextLabel *m_gaps;
    Button *m_earlier = nullptr, *m_later = nullptr, *m_asTable = nullptr;
    PriceRow *m_price;
};

} // namespace mooring
