#include "app/cli/terminal.h"

#include <QCoreApplication>

#include <array>
#include <cerrno>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestAnswer = 4096;

QString tr(const char *text) { return QCoreApplication::translate("mooring::Terminal", text); }

/// A far side writes what it likes; at a terminal it could write anywhere on the screen.
QString plain(QString text)
{
    text.removeIf([](QChar c) { return !c.isPrint() && c != u'\n'; });
    return text;
}

/// Hides what is typed as long as it lives. What was typed before is thrown away: it was no answer to this.
class HiddenInput
{
public:
    explicit HiddenInput(bool hide)
    {
        m_changed = hide && tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (!m_changed)
            return;
        termios hidden = m_before;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO | ECHOE | ECHOK);
        hidden.c_lflag |= ECHONL;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    }
    ~HiddenInput()
    {
        if (m_changed)
            tcsetattr(STDIN_FILENO, TCSANOW, &m_before);
    }
    HiddenInput(const HiddenInput &) = delete;
    HiddenInput &operator=(const HiddenInput &) = delete;

private:
    termios m_before{};
    bool m_changed = false;
};

Result<QByteArray> readLine(const CancelToken &cancel)
{
    QByteArray line;
    for (;;) {
        std::array<pollfd, 2> fds{{{STDIN_FILENO, POLLIN, 0}, {cancel.fd(), POLLIN, 0}}};
        const int ready = poll(fds.data(), fds.size(), -1);
        if (cancel.isCanceled())
            return Error::canceled();
        if (ready < 0 && errno == EINTR)
            continue;
        char c = 0;
        const auto n = read(STDIN_FILENO, &c, 1);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return Error::of(ErrorKind::SignIn, u"terminal.ended"_s,
                             tr("The terminal was closed before an answer came."));
        if (c == '\n')
            return line;
        if (line.size() < kLongestAnswer)
            line += c;
    }
}

} // namespace

Result<QByteArray> Terminal::ask(const QString &question, bool echo, const CancelToken &cancel) const
{
    const HiddenInput hidden(!echo);
    m_out.question(plain(question));
    return readLine(cancel);
}

HostTrust::Answer Terminal::askHostKey(const HostKeyFinding &finding, const CancelToken &cancel) const
{
    const QString fingerprint = finding.shown.fingerprint();
    const QString host = finding.port == 22 ? finding.host : tr("%1, port %2").arg(finding.host).arg(finding.port);
    QString text =
        tr("The key of %1 is not known.").arg(host) + u"\n  "_s + finding.shown.type + u"\n  "_s + fingerprint;
    for (const KnownHostRecord &record : finding.records) {
        if (record.marker == KnownHostRecord::Marker::CertAuthority)
            text +=
                u'\n' + tr("A certificate authority is on record for it (%1, line %2), which Mooring does not judge.")
                            .arg(record.file)
                            .arg(record.line);
    }
    text += u'\n' + tr("Nothing was sent to it yet. Compare the fingerprint with what the owner of the machine says.");
    m_out.question(plain(text) + u'\n');
    const auto answer = ask(tr("Trust it? Type yes, once or the fingerprint; anything else means no: "), true, cancel);
    const QString word = answer ? QString::fromUtf8(*answer).trimmed() : QString();
    if (word == u"once")
        return HostTrust::Answer::Once;
    return word == u"yes" || word == fingerprint ? HostTrust::Answer::Always : HostTrust::Answer::No;
}

Result<std::vector<QByteArray>> Terminal::askPrompts(const SshPrompts &prompts, const CancelToken &cancel) const
{
    QString head = tr("%1 asks %2:").arg(prompts.host, prompts.user);
    for (const QString &text : {prompts.name, prompts.instruction}) {
        if (!text.trimmed().isEmpty())
            head += u"\n  "_s + text;
    }
    m_out.question(plain(head) + u'\n');
    std::vector<QByteArray> answers;
    for (const SshPrompt &prompt : prompts.prompts) {
        auto answer = ask(u"  "_s + prompt.text.trimmed() + u' ', prompt.echo, cancel);
        if (!answer)
            return answer.error();
        answers.push_back(std::move(*answer));
    }
    return answers;
}

} // namespace mooring
