#include "core/runs/failurecause.h"

#include <QList>

namespace mooring {

namespace {

constexpr char kHead[] = "Traceback (most recent call last):";

QList<QByteArray> linesOf(const QByteArray &text)
{
    QList<QByteArray> lines = text.split('\n');
    for (QByteArray &line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
    }
    return lines;
}

bool isChainLink(const QByteArray &line)
{
    return line.startsWith("During handling of the above exception, another exception occurred:") ||
           line.startsWith("The above exception was the direct cause of the following exception:");
}

/// `  File "train.py", line 231, in main`; nothing for any other line.
std::optional<TraceFrame> frameOf(const QByteArray &line)
{
    const QByteArray text = line.trimmed();
    if (!line.startsWith(' ') || !text.startsWith("File \""))
        return {};
    const auto quote = text.indexOf("\", line ", 6);
    if (quote < 0)
        return {};
    TraceFrame frame;
    frame.file = QString::fromUtf8(text.mid(6, quote - 6));
    const QByteArray rest = text.mid(quote + 8);
    const auto comma = rest.indexOf(',');
    frame.line = (comma < 0 ? rest : rest.left(comma)).trimmed().toInt();
    if (comma >= 0 && rest.mid(comma).startsWith(", in "))
        frame.function = QString::fromUtf8(rest.mid(comma + 5));
    return frame.line > 0 ? std::optional(frame) : std::nullopt;
}

/// One traceback from its head on. Nothing when the log stops before the exception.
std::optional<FailureCause> parseBlock(const QList<QByteArray> &lines, qsizetype head)
{
    FailureCause cause;
    qsizetype at = head + 1;
    for (; at < lines.size() && (lines[at].startsWith(' ') || lines[at].isEmpty()); ++at) {
        if (auto frame = frameOf(lines[at]))
            cause.frames.push_back(*frame);
    }
    if (at >= lines.size())
        return {};
    cause.exception = QString::fromUtf8(lines[at]).trimmed();
    cause.traceback = lines.mid(head, at + 1 - head).join('\n');
    return cause;
}

/// The head of the first traceback of the chain that the one at `head` belongs to.
qsizetype firstOfChain(const QList<QByteArray> &lines, qsizetype head)
{
    for (;;) {
        qsizetype above = head - 1;
        while (above >= 0 && lines[above].trimmed().isEmpty())
            --above;
        if (above < 0 || !isChainLink(lines[above]))
            return head;
        const auto earlier = lines.lastIndexOf(kHead, above);
        if (earlier < 0)
            return head;
        head = earlier;
    }
}

} // namespace

const TraceFrame *FailureCause::ownFrame(const QString &codeFolder) const
{
    for (auto frame = frames.rbegin(); frame != frames.rend(); ++frame) {
        if (frame->file.startsWith(codeFolder + u'/') || !frame->file.startsWith(u'/'))
            return &*frame;
    }
    return nullptr;
}

QString FailureCause::missingFile() const
{
    const QString head = QStringLiteral("FileNotFoundError: [Errno 2] No such file or directory: ");
    if (!exception.startsWith(head))
        return {};
    const QString quoted = exception.mid(head.size());
    const bool whole = quoted.size() > 2 && quoted[0] == quoted.back() && (quoted[0] == u'\'' || quoted[0] == u'"');
    // An escaped character or a second path ('a' -> 'b'): then it is not this text.
    return whole && !quoted.contains(u'\\') && quoted.count(quoted[0]) == 2 ? quoted.mid(1, quoted.size() - 2)
                                                                            : QString();
}

std::optional<FailureCause> findFailureCause(const QByteArray &logTail)
{
    const QList<QByteArray> lines = linesOf(logTail);
    const auto last = lines.lastIndexOf(kHead);
    if (last < 0)
        return {};
    return parseBlock(lines, firstOfChain(lines, last));
}

} // namespace mooring
