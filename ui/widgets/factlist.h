#pragma once

#include "ui/widgets/tokens.h"

#include <QWidget>

#include <utility>
#include <vector>

class QGridLayout;

namespace mooring {

class ElidedLabel;

/// Rows of label and value, 24 high, the values at 96. Long values are elided with the whole as tool tip.
class FactList : public QWidget
{
    Q_OBJECT
public:
    explicit FactList(QWidget *parent = nullptr);

    /// Rows with the same labels as before are updated in place.
    void setFacts(const std::vector<std::pair<QString, QString>> &facts);
    /// Adds the row when there is none of that label.
    void setFact(const QString &label, const QString &value, Ink ink = Ink::Text);
    QString fact(const QString &label) const;
    void setLabelWidth(int px); ///< where the values begin

private:
    struct Row
    {
        ElidedLabel *label;
        ElidedLabel *value;
    };
    void clear();

    QGridLayout *m_grid;
    std::vector<Row> m_rows;
    int m_labelWidth = 96;
};

} // namespace mooring
