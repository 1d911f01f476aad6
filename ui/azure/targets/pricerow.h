#pragma once

#include "core/azure/ml/computeusage.h"

#include <QWidget>

class QLineEdit;

namespace mooring {

class Button;
class TextLabel;

/// What the node hours of a day cost at the user's own price, and the place where it is given. Nobody is asked for a
/// price.
class PriceRow : public QWidget
{
    Q_OBJECT
public:
    explicit PriceRow(QWidget *parent = nullptr);

    /// `nodeHours`: of the day that is shown; nothing: not known. What is being typed stays, unless the compute is
    /// another.
    void setPrice(const QString &compute, const std::optional<NodePrice> &price, std::optional<double> nodeHours);

Q_SIGNALS:
    void priceWanted(const std::optional<mooring::NodePrice> &price); ///< nothing: forget it

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void edit(bool on);
    void keep();

    QString m_compute;
    std::optional<NodePrice> m_price;
    TextLabel *m_text;
    Button *m_change;
    QWidget *m_form;
    QLineEdit *m_field;
    TextLabel *m_wrong;
};

} // namespace mooring
