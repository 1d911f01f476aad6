#pragma once

#include <QWidget>

namespace mooring {

/// A hairline, 1 px, horizontal or vertical.
class Separator : public QWidget
{
    Q_OBJECT
public:
    explicit Separator(Qt::Orientation orientation = Qt::Horizontal, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace mooring
