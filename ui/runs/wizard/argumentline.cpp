#include "ui/runs/wizard/argumentline.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::ArgumentLine", text); }

/// One pass over the line; `quote` is the quote that is open.
class Splitter
{
public:
    Result<QStringList> split(const QString &line)
    {
        for (const QChar c : line)
            take(c);
        if (m_escaped)
            return Error::usage(u"arguments.openBackslash"_s,
                                tr("The line ends with a backslash that escapes nothing."));
        if (!m_quote.isNull())
            return Error::usage(u"arguments.openQuote"_s, tr("A quote is opened with %1 and not closed.").arg(m_quote));
        end();
        return m_words;
    }

private:
    void take(QChar c)
    {
        if (m_escaped)
            return takeEscaped(c);
        if (c == u'\\' && m_quote != u'\'') {
            m_escaped = m_inWord = true;
            return;
        }
        if (!m_quote.isNull()) {
            if (c == m_quote)
                m_quote = {};
            else
                m_word += c;
            return;
        }
        if (c == u'\'' || c == u'"') {
            m_quote = c;
            m_inWord = true;
        } else if (c.isSpace()) {
            end();
        } else {
            m_word += c;
            m_inWord = true;
        }
    }

    void takeEscaped(QChar c)
    {
        m_escaped = false;
        if (m_quote == u'"' && !u"\"\\$`"_s.contains(c))
            m_word += u'\\'; // as in sh: only these four are escaped there
        m_word += c;
    }

    void end()
    {
        if (m_inWord)
            m_words << m_word;
        m_word.clear();
        m_inWord = false;
    }

    QStringList m_words;
    QString m_word;
    QChar m_quote;
    bool m_inWord = false;
    bool m_escaped = false;
};

} // namespace

Result<QStringList> splitArguments(const QString &line) { return Splitter().split(line); }

} // namespace mooring
