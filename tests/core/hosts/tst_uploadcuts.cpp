#include "core/transport/ssh/sshlimits.h"
#include "tests/core/runs/sourcetree.h"
#include "tests/support/faultproxy.h"
#include "tests/support/remotemachine.h"
#include "tests/support/testsupport.h"

#include <QDir>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// An upload whose connection ends after any number of bytes, in either direction: nothing is seen of it, and the next
/// one brings all.
class TestUploadCuts : public QObject
{
    Q_OBJECT

    static QByteArray noise(qsizetype size, quint32 seed)
    {
        QByteArray bytes(size, Qt::Uninitialized);
        for (char &byte : bytes) {
            seed = seed * 1664525U + 1013904223U;
            byte = char(seed >> 24);
        }
        return bytes;
    }

private Q_SLOTS:
    void cleanup() { sshLimits() = SshLimits(); }

    void isCutAfterAnyByte()
    {
        MOORING_NEEDS(SshServer::available(), "no sshd");
        sshLimits().firstPause = sshLimits().lastPause = 5ms;
        RemoteMachine machine;
        QVERIFY2(machine.start(), qPrintable(machine.server.log()));
        SourceTree tree;
        for (quint32 i = 0; i < 12; ++i)
            QVERIFY(tree.file("d/f" + QByteArray::number(i), noise(1 + 40'000 * i, i)));
        QVERIFY(tree.file("large", noise(9 * 1024 * 1024, 99)));
        RecordingContext context;
        const auto plan = planSnapshot(tree.source(), context);
        MOORING_OK(plan);
        FaultProxy proxy(machine.server.port());
        using Way = FaultProxy::Way;

        // How much goes over the line when nothing happens.
        auto host = machine.makeHost(machine.makeLink(proxy.port()));
        QVERIFY(QDir().mkpath(machine.workFolder()) &&
                QFile::setPermissions(machine.workFolder(), QFile::Permissions(0x7777)));
        MOORING_OK(host->receiveSnapshot(*plan, machine.path(u"whole"_s), context));
        const qint64 up = proxy.bytes(Way::ToServer), down = proxy.bytes(Way::ToClient);
        QVERIFY(up > plan->totalSize);
        constexpr int rounds = 24;
        int cuts = 0;
        for (int round = 0; round < rounds; ++round) {
            const bool toServer = round % 4 != 3;
            QVERIFY(QDir(machine.workFolder()).removeRecursively());
            QVERIFY(QDir().mkpath(machine.workFolder()) &&
                    QFile::setPermissions(machine.workFolder(), QFile::Permissions(0x7777)));
            const QString folder = machine.path(u"cut%1"_s.arg(round));
            const qint64 at = toServer ? up * round / rounds + 13 * round : down * round / rounds;
            proxy.cutAfter(toServer ? Way::ToServer : Way::ToClient, at, round % 2 == 0);
            host = machine.makeHost(machine.makeLink(proxy.port()));
            RecordingContext cut;
            const auto failed = host->receiveSnapshot(*plan, folder, cut);
            proxy.cutAfter(Way::ToServer, -1);
            proxy.cutAfter(Way::ToClient, -1);
            const bool wasThere = QFile::exists(folder);
            if (!failed) {
                ++cuts;
                QVERIFY2(failed.error().kind == ErrorKind::NotReachable, qPrintable(failed.error().text()));
            } else {
                QVERIFY(wasThere);
            }
            // What had come whole in the moment of the cut may stand there; nothing else may.
            host = machine.makeHost(machine.makeLink(proxy.port()));
            RecordingContext again;
            const auto done = host->receiveSnapshot(*plan, folder, again);
            QVERIFY2(done || done.error().code == u"snapshot.exists"_s,
                     qPrintable(done ? QString() : done.error().text()));
            QVERIFY(!QFile::exists(folder + u".part"_s));
            for (const SnapshotEntry &entry : plan->entries) {
                QFile ours(tree.source() + u'/' + QFile::decodeName(entry.path));
                QFile theirs(folder + u'/' + QFile::decodeName(entry.path));
                QVERIFY(ours.open(QIODevice::ReadOnly) && theirs.open(QIODevice::ReadOnly));
                QVERIFY2(ours.readAll() == theirs.readAll(),
                         qPrintable(u"%1 after %2"_s.arg(theirs.fileName()).arg(at)));
            }
        }
        qInfo("%d of %d uploads were cut, of %lld bytes", cuts, rounds, up);
        QVERIFY(cuts > rounds / 2);
    }
};

QTEST_GUILESS_MAIN(TestUploadCuts)
#include "tst_uploadcuts.moc"
