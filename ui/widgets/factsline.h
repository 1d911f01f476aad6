#pragma once

#include <QStringList>
#include <QWidget>

namespace mooring {

/// One line of facts parted by small dots. What does not fit is elided, and the whole line is the tool tip.
class FactsLine : public QWidget
{
    Q_OBJECT
public:
    explicit FactsLine(QWidget *parent = nullptr);

    void setFacts(const QStringList &facts);
    QStringList facts() const { return m_facts; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    int gap() const;

    QStringList m_facts;
};

} // namespace mooring
