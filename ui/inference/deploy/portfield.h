#pragma once

#include "core/inference/deploymentlook.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QLineEdit;

namespace mooring {

class Button;
class GlyphLabel;
class SegmentedControl;
class TextLabel;

/// A free port or this one; who holds it, by name, with the next free one and, of an endpoint of ours, the offer to
/// take its place.
class PortField : public QWidget
{
    Q_OBJECT
public:
    explicit PortField(QWidget *parent = nullptr);

    bool isOwn() const;
    QString text() const;
    bool takesPlace() const;
    void setValues(bool own, const QString &text, bool takesPlace);
    /// Nothing: not looked for, or not known yet.
    void setLook(const std::optional<PortLook> &look);
    /// Whether the port cannot be had as things are said now.
    bool isBlocked() const;

Q_SIGNALS:
    void changed();

private:
    void showHolder();

    std::optional<PortLook> m_look;
    SegmentedControl *m_way;
    QLineEdit *m_port;
    QWidget *m_holder;
    GlyphLabel *m_glyph;
    TextLabel *m_words;
    Button *m_useNext;
    QCheckBox *m_replace;
};

/// "Held by bearing-api, your endpoint, since 14:02." Empty: nobody.
QString portHolderText(const PortLook &look);

} // namespace mooring
