#include "core/transport/ssh/shellanswer.h"

namespace mooring {

namespace {

constexpr qsizetype kNoiseLimit = 4096;
constexpr qsizetype kOutputLimit = 16 * 1024 * 1024;
constexpr qsizetype kCodeLimit = 16;

} // namespace

ShellAnswer::ShellAnswer(const QByteArray &nonce, SshSink sink)
    : m_begin('\n' + nonce + ":begin\n"), m_end('\n' + nonce + ":end:"), m_sink(std::move(sink))
{
}

QByteArray ShellAnswer::afterMark(const QByteArray &errors, const QByteArray &nonce)
{
    const QByteArray mark = '\n' + nonce + ":begin\n";
    const qsizetype at = errors.indexOf(mark);
    return at < 0 ? errors : errors.mid(at + mark.size());
}

QByteArray ShellAnswer::noise() const { return m_begun ? m_noise : (m_noise + m_rest).left(kNoiseLimit); }

Result<> ShellAnswer::pass(QByteArray &&piece)
{
    if (piece.isEmpty())
        return {};
    if (m_sink)
        return m_sink(piece);
    if (m_output.isEmpty())
        m_output = std::move(piece);
    else
        m_output += piece.left(std::max<qsizetype>(0, kOutputLimit - m_output.size()));
    return {};
}

void ShellAnswer::skipNoise()
{
    const qsizetype at = m_rest.indexOf(m_begin);
    const qsizetype noise = at >= 0 ? at : std::max<qsizetype>(0, m_rest.size() - m_begin.size());
    m_noise += m_rest.left(std::min(noise, kNoiseLimit - m_noise.size()));
    m_begun = at >= 0;
    m_rest.remove(0, m_begun ? at + m_begin.size() : noise);
}

Result<> ShellAnswer::passOutput()
{
    const qsizetype at = m_rest.indexOf(m_end);
    if (at < 0) {
        // The mark may be at the very end, in part: only from a newline on can it begin.
        const qsizetype from = std::max<qsizetype>(0, m_rest.size() - m_end.size() + 1);
        qsizetype keep = m_rest.indexOf('\n', from);
        while (keep >= 0 && !m_end.startsWith(QByteArrayView(m_rest).sliced(keep)))
            keep = m_rest.indexOf('\n', keep + 1);
        if (keep < 0)
            return pass(std::exchange(m_rest, {}));
        QByteArray sure = m_rest.left(keep);
        m_rest.remove(0, keep);
        return pass(std::move(sure));
    }
    const qsizetype code = at + m_end.size(), line = m_rest.indexOf('\n', code);
    if (line < 0 && m_rest.size() - code < kCodeLimit) {
        QByteArray sure = m_rest.left(at);
        m_rest.remove(0, at);
        return pass(std::move(sure));
    }
    bool number = false;
    const int value = m_rest.mid(code, std::max<qsizetype>(0, line - code)).toInt(&number);
    if (number && line >= 0)
        m_exitCode = value;
    m_ended = true;
    QByteArray last = m_rest.left(at);
    m_rest.clear();
    return pass(std::move(last));
}

Result<> ShellAnswer::take(const QByteArray &piece)
{
    if (m_ended)
        return {};
    if (m_rest.isEmpty())
        m_rest = piece;
    else
        m_rest += piece;
    if (!m_begun) {
        skipNoise();
        if (!m_begun)
            return {};
    }
    return passOutput();
}

} // namespace mooring
