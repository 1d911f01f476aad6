#include "core/transport/ssh/remoteshell.h"
#include "core/transport/ssh/shellanswer.h"
#include "tests/core/transport/ssh/sshbench.h"
#include "tests/support/faultproxy.h"
#include "tests/support/testsupport.h"

#include <QFile>

#include <thread>

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

        // A talk: what follows is not asked for before the answer has come.
        QByteArrayList asked{"one\n", "two\n", ""};
        QByteArrayList seenWhenAsked;
        came.clear();
        done = shell.converse(
            "IFS= read -r a; echo \"first $a\"; echo; IFS= read -r b; echo \"then $b\"; wc -c", {},
            [&]() -> Result<QByteArray> {
                seenWhenAsked << came;
                return asked.takeFirst();
            },
            [&] { return asked.size() == 2 && !came.contains('\n'); },
            [&](const QByteArray &piece) {
                came += piece;
                return Result<>();
            },
            20s, CancelToken());
        MOORING_OK(done);
        QCOMPARE(came, "first one\n\nthen two\n0\n");
        QCOMPARE(seenWhenAsked.value(0), QByteArray());
        QVERIFY2(seenWhenAsked.value(1).startsWith("first one\n"), seenWhenAsked.value(1).constData());
        QVERIFY(asked.isEmpty());
    }

    void aTalkThatIsNotAnsweredEnds()
    {
        RemoteShell shell = shellOf(SshServer::userName());
        int asked = 0;
        const auto done = shell.converse(
            "cat >/dev/null", {},
            [&]() -> Result<QByteArray> {
                ++asked;
                return QByteArray("x");
            },
            [&] { return asked > 0; }, [](const QByteArray &) { return Result<>(); }, 1s, CancelToken());
        QCOMPARE(done.error().code, u"ssh.timeLimit"_s);
        QCOMPARE(asked, 1);
    }

    void answersInWhole_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("output");
        QTest::newRow("nothing") << QByteArray("") << 0 << QByteArray();
        QTest::newRow("no newline at the end") << QByteArray("printf abc") << 0 << QByteArray("abc");
        QTest::newRow("newlines at the end") << QByteArray("printf 'abc\\n\\n'") << 0 << QByteArray("abc\n\n");
        QTest::newRow("code") << QByteArray("echo a\nexit 255") << 255 << QByteArray("a\n");
        QTest::newRow("set -e") << QByteArray("set -e\nfalse\necho no") << 1 << QByteArray();
        QTest::newRow("killed") << QByteArray("sh -c 'kill -KILL $$'") << 137 << QByteArray();
        QTest::newRow("syntax") << QByteArray("if then (") << 2 << QByteArray();
        QTest::newRow("exec") << QByteArray("exec echo gone") << 0 << QByteArray("gone\n");
        QTest::newRow("quotes") << QByteArray("echo \"it's\" '\"' \\\\ `echo tick` $(echo sub)") << 0
                                << QByteArray("it's \" \\ tick sub\n");
        QTest::newRow("here") << QByteArray("cat <<'END'\n$x !y\n  two\nEND\n") << 0 << QByteArray("$x !y\n  two\n");
        QTest::newRow("binary") << QByteArray("printf '\\000\\377\\r\\n\\n'") << 0 << QByteArray("\0\xff\r\n\n", 5);
    }
    void answersInWhole()
    {
        QFETCH(QByteArray, script);
        QFETCH(int, code);
        QFETCH(QByteArray, output);
        RemoteShell shell = shellOf(SshServer::userName());
        auto done = shell.run(script, {}, 20s, CancelToken());
        MOORING_OK(done);
        QCOMPARE(done->exitCode, code);
        QCOMPARE(done->output, output);
    }

    void findsMarksInPiecesOfAnySize()
    {
        const QByteArray nonce = "mooring-0123";
        const QByteArray body = "line\n\nmooring-0123\n\nmooring-0123:end\n\n\n";
        const QByteArray all =
            "noise\nmooring-0123:begi\n\nmooring-0123:begin\n" + body + "\nmooring-0123:end:42\nrest";
        for (qsizetype size = 1; size <= all.size(); ++size) {
            QByteArray passed;
            ShellAnswer kept(nonce, {});
            ShellAnswer streamed(nonce, [&](const QByteArray &piece) {
                passed += piece;
                return Result<>();
            });
            for (qsizetype at = 0; at < all.size(); at += size) {
                MOORING_OK(kept.take(all.mid(at, size)));
                MOORING_OK(streamed.take(all.mid(at, size)));
            }
            QCOMPARE(passed, body);
            QCOMPARE(kept.takeOutput(), body);
            QCOMPARE(kept.exitCode(), std::optional(42));
            QCOMPARE(kept.noise(), "noise\nmooring-0123:begi\n");
        }
        // Cut anywhere, it never claims an end.
        for (qsizetype size = 0; size < all.size() - 5; ++size) {
            ShellAnswer cut(nonce, {});
            MOORING_OK(cut.take(all.left(size)));
            QVERIFY(!cut.exitCode());
        }
    }

    void saysThatThereIsNoShell_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("sftp only") << u"ForceCommand internal-sftp"_s;
        QTest::newRow("forced command") << u"ForceCommand echo go away"_s;
        QTest::newRow("no sessions") << u"MaxSessions 0"_s;
    }
    void saysThatThereIsNoShell()
    {
        QFETCH(QString, line);
        SshBench bench;
        bench.server.configure(line);
        QVERIFY2(bench.server.start(), qPrintable(bench.server.log()));
        RemoteShell shell(std::make_shared<SshLink>([&](const CancelToken &) { return bench.dial(); }));
        auto done = shell.run("echo hello", {}, 30s, CancelToken());
        QVERIFY(!done);
        QCOMPARE(done.error().code, u"ssh.noShell"_s);
        if (line.contains(u"go away"_s))
            QVERIFY2(done.error().cause.contains(u"go away"_s), qPrintable(done.error().cause));
    }

    void saysThatItWasCutOff()
    {
        RemoteShell shell = shellOf(SshServer::userName());
        auto done = shell.run("echo begun; kill -KILL $PPID $$", {}, 20s, CancelToken());
        QVERIFY(!done);
        QVERIFY2(done.error().code == u"ssh.cutOff" || done.error().code == u"ssh.lost", qPrintable(done.error().code));
    }

    void neverRunsHalfAScript()
    {
        // The connection is cut while the script is on its way: at no byte does the first half of it run.
        FaultProxy proxy(m_bench->server.port());
        SshRoute route = m_bench->route();
        route.hops[0].port = proxy.port();
        const QByteArray mark = m_bench->server.path(u"half"_s).toUtf8();
        const QByteArray script = "touch " + mark + "\n" + QByteArray("# filler line\n").repeated(3000);
        for (int round = 0; round < 8; ++round) {
            auto made = SshDialer::dial(route, {}, m_bench->anyone(), CancelToken());
            MOORING_OK(made);
            const auto link = std::make_shared<SshLink>(
                [](const CancelToken &) -> Result<std::shared_ptr<SshConnection>> { return Error::canceled(); });
            link->adopt(*made);
            proxy.cutAfter(FaultProxy::Way::ToServer, proxy.bytes(FaultProxy::Way::ToServer) + 1000 + 4000 * round);
            QVERIFY(!RemoteShell(link).run(script, {}, 20s, CancelToken()));
            proxy.cutAfter(FaultProxy::Way::ToServer, -1);
        }
        std::this_thread::sleep_for(300ms);
        QVERIFY(!QFile::exists(QString::fromUtf8(mark)));
    }
};

QTEST_GUILESS_MAIN(TestRemoteShell)
#include "tst_remoteshell.moc"
