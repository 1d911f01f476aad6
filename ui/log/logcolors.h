#pragma once

#include "core/logs/ansidecoder.h"
#include "ui/widgets/tokens.h"

#include <QHash>

namespace mooring {

/// The colours of one style, from the tokens of the palette that is painted with now. Colours of the 256 and of 24 bits
/// are moved toward the text's colour until they can be read on the ground; each is worked out once.
class LogColors
{
public:
    explicit LogColors(const Tokens &tokens);

    const Tokens &tokens() const { return m_tokens; }
    QColor foreground(const TextStyle &style, const QColor &plain) const;
    /// Invalid: the ground shows.
    QColor background(const TextStyle &style) const;

private:
    QColor color(const AnsiColor &color) const;
    QColor readable(const QColor &color, const QColor &ground) const;

    Tokens m_tokens;
    mutable QHash<quint64, QColor> m_readable;
};

} // namespace mooring
