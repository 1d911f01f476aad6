#pragma once

#include "ui/widgets/tokens.h"

#include <QWidget>

namespace mooring {

/// A small word on a soft ground: an encoding, a version, a date of retirement.
class Chip : public QWidget
{
    Q_OBJECT
public:
    explicit Chip(const QString &text = {}, Tone tone = Tone::Muted, const QString &iconName = {},
                  QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const { return m_text; }
    void setTone(Tone tone);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    Tone m_tone;
    QString m_iconName;
};

} // namespace mooring
