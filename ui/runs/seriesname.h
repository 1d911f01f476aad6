#pragma once

#include <QWidget>

namespace mooring {

/// Dash and marker of a series with its name: the head of a compared run.
class SeriesName : public QWidget
{
    Q_OBJECT
public:
    /// `whole`: the name that `name` is short for.
    SeriesName(int series, const QString &name, const QString &whole, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_series;
    QString m_name;
};

} // namespace mooring
