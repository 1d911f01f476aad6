#pragma once

#include <QWidget>

namespace mooring {

/// One value of a compared setting. One that differs stands bold on a soft ground. Elided with the whole as tool tip.
class DifferenceCell : public QWidget
{
    Q_OBJECT
public:
    DifferenceCell(const QString &value, bool differs, QWidget *parent = nullptr);

    QString value() const { return m_value; }
    bool differs() const { return m_differs; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QString m_value;
    bool m_differs;
};

} // namespace mooring
