#include "core/hosts/uploadanswer.h"

namespace mooring {

namespace {

constexpr qsizetype kLongestLine = 4096;

} // namespace

void UploadAnswer::take(const QByteArray &piece)
{
    m_rest += piece;
    qsizetype from = 0;
    for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n', from)) {
        takeLine(m_rest.mid(from, end - from));
        from = end + 1;
    }
    m_rest.remove(0, from);
    m_rest.truncate(kLongestLine);
}

void UploadAnswer::takeLine(const QByteArray &line)
{
    const QList<QByteArray> words = line.split(' ');
    if (line == "noPython")
        m_noPython = true;
    else if (line == "exists")
        m_exists = true;
    else if (line == "done")
        m_done = true;
    else if (line == "end")
        ++m_ends;
    else if (words[0] == "free" && words.size() == 2)
        m_free = words[1].toLongLong();
    else if (words[0] == "object" && words.size() == 3)
        m_objects.insert(words[1] + '-' + words[2]);
    else if (words[0] == "missing" && words.size() == 3)
        m_missing.insert(words[1] + '-' + words[2]);
    else if (words[0] == "partial" && words.size() == 4)
        takePartial(words);
}

/// "partial partial-<size>-<pid> BYTES SHA256"
void UploadAnswer::takePartial(const QList<QByteArray> &words)
{
    const QList<QByteArray> name = words[1].split('-');
    const qint64 size = name.value(1).toLongLong();
    const qint64 bytes = words[2].toLongLong();
    if (name.size() == 3 && words[1].size() < 64 && bytes > 0 && bytes <= size)
        m_partials[size] = {words[1], bytes, words[3]};
}

} // namespace mooring
