#pragma once

#include "ui/widgets/tokens.h"

#include <QLabel>

namespace mooring {

/// Plain text in one size of the type scale and one ink. Follows palette and text size by itself.
/// Wraps only after setWordWrap(true); use ElidedLabel for names that may be too long.
class TextLabel : public QLabel
{
    Q_OBJECT
public:
    explicit TextLabel(const QString &text = {}, Type type = Type::Body, Ink ink = Ink::Text,
                       QWidget *parent = nullptr);

    void setInk(Ink ink);
    Ink ink() const { return m_ink; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyLook();

    Type m_type;
    Ink m_ink;
    bool m_applying = false;
};

/// A wrapped paragraph: body, text2.
TextLabel *paragraph(const QString &text, QWidget *parent = nullptr);
/// A wrapped help line: small, text2.
TextLabel *helpLine(const QString &text, QWidget *parent = nullptr);
/// A heading of a section: bold.
TextLabel *sectionTitle(const QString &text, QWidget *parent = nullptr);

} // namespace mooring
