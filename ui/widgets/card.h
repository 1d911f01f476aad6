#pragma once

#include <QWidget>

class QVBoxLayout;

namespace mooring {

/// A frame of rounded corners on the sheet; its content goes into content(). Margins 16.
class Card : public QWidget
{
    Q_OBJECT
public:
    explicit Card(QWidget *parent = nullptr);
    QVBoxLayout *content() const { return m_content; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_content;
};

} // namespace mooring
