#pragma once

#include "ui/widgets/stateglyph.h"

#include <QWidget>

namespace mooring {

/// The state in a page's header: soft ground, glyph, bold small word in the tone. "Failed, exit code 1".
/// A change of the word is told to accessibility.
class Badge : public QWidget
{
    Q_OBJECT
public:
    explicit Badge(QWidget *parent = nullptr);
    Badge(Glyph glyph, const QString &word, QWidget *parent = nullptr);

    void setState(Glyph glyph, const QString &word);
    Glyph glyph() const { return m_glyph; }
    QString word() const { return m_word; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    Glyph m_glyph = Glyph::NotBegun;
    QString m_word;
};

} // namespace mooring
