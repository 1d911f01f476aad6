#include "core/transport/ssh/remoteshell.h"
#include "tests/core/transport/ssh/sshbench.h"
#include "tests/support/testsupport.h"

#include <QFile>

using namespace Qt::StringLiterals;
using namespace mooring;
using namespace mooring::test;
using namespace std::chrono_literals;

/// Scripts over five login shells whose start files print, against a real sshd.
class TestRemoteShell : public QObject
{
    Q_OBJECT

    std::unique_ptr<SshBench> m_bench;

    RemoteShell shellOf(const QString &user) const
    {
        SshRoute route = m_bench->route();
        route.hops[0].user = user;
        return RemoteShell(std::make_shared<SshLink>([this, route](const CancelToken &cancel) {
            return SshDialer::dial(route, m_bench->signIn, m_bench->trust, cancel);
        }));
    }

private Q_SLOTS:
    void initTestCase()
    {
        MOORING_NEEDS(SshServer::available(), "openssh-server is not installed");
        m_bench = std::make_unique<SshBench>();
        QVERIFY2(m_bench->server.start(), qPrintable(m_bench->server.log()));
    }

    void worksWhateverTheLoginShellIs_data()
    {
        QTest::addColumn<QString>("program");
        for (const char *shell : {"bash", "dash", "zsh", "fish", "tcsh"})
            QTest::newRow(shell) << QString::fromLatin1(shell);
    }
    void worksWhateverTheLoginShellIs()
    {
        QFETCH(QString, program);
        MOORING_NEEDS(TestAccount::possible(), "only root can make accounts");
        const QString path = u"/usr/bin/"_s + program;
        MOORING_NEEDS(QFile::exists(path), "a login shell is not installed");
        const TestAccount account(path);
        QVERIFY(account.ok());
        const QByteArray noise = "echo 'noise: it is noisy $HOME'\necho 'more noise' >&2\n";
        for (const char *file : {".bashrc", ".profile", ".zshrc", ".zshenv", ".cshrc", ".config/fish/config.fish"})
            QVERIFY(account.write(QString::fromLatin1(file), noise));
        RemoteShell shell = shellOf(account.name());

        auto done = shell.run("printf '%s|' \"$@\"; cat; echo err >&2; exit 7",
                              {u"it's"_s, u"a b"_s, u"$HOME !x `y`"_s, u"한글"_s, u""_s}, 20s, CancelToken());
        MOORING_OK(done);
        QCOMPARE(done->exitCode, 7);
        QCOMPARE(QString::fromUtf8(done->output), u"it's|a b|$HOME !x `y`|한글||"_s);
        QCOMPARE(done->errors, "err\n");
        QCOMPARE(done->noise.contains("noise"), program != u"dash");

        // The rest of the input is the script's.
        int pieces = 3;
        QByteArray came;
        done = shell.stream(
            "n=$(wc -c); echo \"got $n\"; printf end", {},
            [&]() -> Result<QByteArray> { return pieces-- > 0 ? QByteArray(100000, '\n') : QByteArray(); },
            [&](const QByteArray &piece) {
                came += piece;
                return Result<>();
            },
            20s, CancelToken());
        MOORING_OK(done);
        QCOMPARE(came, "got 300000\nend");
    }
};

QTEST_GUILESS_MAIN(TestRemoteShell)
#include "tst_remoteshell.moc"
