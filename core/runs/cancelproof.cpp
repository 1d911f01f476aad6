#include "core/runs/cancelproof.h"

namespace mooring {

namespace {

/// The words of a line of cancel.sh, without time and author; empty for the lines of others.
QByteArray wordsOf(const QByteArray &line)
{
    const auto author = line.indexOf(' ');
    return author > 0 && line.mid(author).startsWith(" cancel ") ? line.mid(author + 8).trimmed() : QByteArray();
}

/// "ended 123 SIGTERM python3 long.py", "left 123 - python3 long.py"
std::optional<CanceledProcess> processOf(const QByteArray &words)
{
    const QByteArrayList parts = words.split(' ');
    bool isNumber = false;
    const qint64 pid = parts.value(1).toLongLong(&isNumber);
    if (!isNumber || parts.size() < 3)
        return {};
    const QByteArray signal = parts[2] == "-" ? QByteArray() : parts[2];
    return CanceledProcess{pid, QString::fromUtf8(parts.mid(3).join(' ')), QString::fromLatin1(signal)};
}

} // namespace

std::optional<CancelProof> findCancelProof(const QByteArray &provisioningLog)
{
    std::optional<CancelProof> newest;
    CancelProof proof;
    for (const QByteArray &line : provisioningLog.split('\n')) {
        const QByteArray words = wordsOf(line);
        const auto process = processOf(words);
        if (words.startsWith("ended ") && process) {
            proof.ended.push_back(*process);
        } else if (words.startsWith("left ") && process) {
            proof.left.push_back(*process);
        } else if (words.startsWith("search ")) {
            proof.searched = words == "search done";
            newest = std::exchange(proof, {});
        }
    }
    return newest;
}

} // namespace mooring
