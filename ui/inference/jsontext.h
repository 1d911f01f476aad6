#pragma once

#include "core/base/json.h"

#include <QSyntaxHighlighter>

namespace mooring {

/// Indented by two, lists of plain values in one line as far as they fit. Nothing is left out.
QString prettyJson(const Json &value);
/// The bytes as people read them: JSON indented, other text as it is, what is no text as rows of bytes.
QString prettyBody(const QByteArray &body);
bool isText(const QByteArray &bytes);
/// Nothing when it is JSON; else a short sentence with the line.
QString jsonProblem(const QByteArray &text);

/// Inks for JSON: strings, numbers and words. Reads the colours from the application's palette; call rehighlight()
/// after it changed. Lines of many thousand characters stay plain.
class JsonHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

protected:
    void highlightBlock(const QString &text) override;
};

} // namespace mooring
