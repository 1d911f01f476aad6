#include "core/base/redactor.h"
#include "core/inference/buildrecord.h"
#include "core/inference/networksettings.h"

#include <QTemporaryDir>
#include <QTest>

using namespace mooring;
using namespace Qt::StringLiterals;

/// What of this computer's goes into a build, and how.
class TestNetworkSettings : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;

    QString file(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(text);
        return file.fileName();
    }

private Q_SLOTS:
    void whatIsFound()
    {
        NetworkPlaces places;
        QVERIFY(findNetworkItems(places).empty());
        places.caFiles = QStringList{
            QString(), u"/nowhere"_s,
            file(u"ca"_s, "-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n-----BEGIN CERTIFICATE-----\n")};
        places.pipFiles =
            QStringList{file(u"pip"_s, "[global]\nindex-url = https://u:pass-word-1@m.corp/simple\ntimeout=3\n")};
        places.condaFiles =
            QStringList{file(u"condarc"_s, "channels:\n  - https://c.corp/t/tk-12345678/main\nssl_verify: /x\n")};
        places.variables[u"HTTPS_PROXY"_s] = u"http://u:pass-word-2@p.corp:3128"_s;
        places.variables[u"NO_PROXY"_s] = u"corp"_s;
        const auto items = findNetworkItems(places);
        QCOMPARE(items.size(), size_t(5));
        QCOMPARE(items[0].id, u"ca"_s);
        QVERIFY(!items[0].hasCredentials);
        QVERIFY(items[0].summary.startsWith(u"2 "_s));
        QVERIFY(items[1].hasCredentials && items[2].hasCredentials && items[3].hasCredentials &&
                !items[4].hasCredentials);
        QCOMPARE(items[1].summary, u"index-url, timeout"_s);
        QVERIFY(!items[2].content.contains("ssl_verify"));
        QCOMPARE(items[3].summary, u"http://•••@p.corp:3128"_s);
        for (const NetworkItem &item : items)
            QVERIFY(!item.summary.contains(u"pass-word"_s) && !item.summary.contains(u"tk-1"_s));
        for (const char *secret : {"pass-word-1", "pass-word-2", "tk-12345678"})
            QVERIFY(!Redactor::instance().redact(QByteArray("x") + secret).contains(secret));
    }

    void nothingUseful_data()
    {
        QTest::addColumn<QByteArray>("ca");
        QTest::addColumn<QByteArray>("pip");
        QTest::newRow("empty") << ""_ba
                               << ""_ba;
        QTest::newRow("no certificate") << "hello"_ba
                                        << "[global]\n"_ba;
        QTest::newRow("a key in it") << "-----BEGIN CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----\n"_ba
                                     << "[global]\ncert = /x\nfind-links = /a\n    /b\n"_ba;
        QTest::newRow("bytes") << QByteArray("\0\xff\0", 3) << QByteArray("\0\xff\0", 3);
    }
    void nothingUseful()
    {
        QFETCH(QByteArray, ca);
        QFETCH(QByteArray, pip);
        NetworkPlaces places;
        places.caFiles = QStringList{file(u"ca2"_s, ca)};
        places.pipFiles = QStringList{file(u"pip2"_s, pip)};
        QVERIFY(findNetworkItems(places).empty());
    }

    void dockerfiles_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const QByteArray copy =
            "COPY .mooring-network/ /etc/mooring-network/\nENV PIP_CONFIG_FILE=/etc/mooring-network/pip.conf\n";
        const QByteArray run = "RUN --mount=type=secret,id=mooring-http_proxy,target=/run/secrets/mooring-http_proxy ";
        const QByteArray proxy =
            "export HTTP_PROXY=\"$(cat /run/secrets/mooring-http_proxy)\" && export http_proxy=\"$HTTP_PROXY\" && ";
        QTest::newRow("one stage") << "FROM a\nRUN x\n"_ba
                                   << "FROM a\n" + copy + run + proxy + "x\n";
        QTest::newRow("two stages") << "ARG V\nFROM a AS b\n\n# RUN no\nfrom c\nCMD y"_ba
                                    << "ARG V\nFROM a AS b\n" + copy + "\n# RUN no\nfrom c\n" + copy + "CMD y";
        QTest::newRow("continued") << "FROM \\\n  a\nRUN x && \\\n  RUN y\n"_ba
                                   << "FROM \\\n  a\n" + copy + run + proxy + "x && \\\n  RUN y\n";
        QTest::newRow("exec form") << "FROM a\nRUN [\"x\"]\n"_ba
                                   << "FROM a\n" + copy + run + "[\"x\"]\n";
        QTest::newRow("a mount of its own") << "FROM a\nRUN --mount=type=cache,target=/c x\n"_ba
                                            << "FROM a\n" + copy + run + "--mount=type=cache,target=/c x\n";
        QTest::newRow("here-document") << "FROM a\nRUN <<EOF\nRUN x\nFROM y\nEOF\nRUN z\n"_ba
                                       << "FROM a\n" + copy + run + "<<EOF\nRUN x\nFROM y\nEOF\n" + run + proxy + "z\n";
        QTest::newRow("empty") << ""_ba
                               << ""_ba;
    }
    void dockerfiles()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        NetworkItem pip;
        pip.kind = NetworkItem::Kind::PipConfig;
        pip.id = u"pip"_s;
        pip.content = "[global]\n";
        NetworkItem proxy;
        proxy.kind = NetworkItem::Kind::Proxy;
        proxy.id = proxy.origin = u"HTTP_PROXY"_s;
        proxy.hasCredentials = true;
        proxy.content = "http://u:canary-word@p";
        const auto build = withNetwork(before, {pip, proxy});
        QCOMPARE(build.dockerfile, after);
        QVERIFY(!build.dockerfile.contains("canary-word"));
        QCOMPARE(build.secrets.size(), size_t(1));
        QVERIFY(build.buildArguments.empty() && build.containerVariables.empty());
    }

    void reasons()
    {
        BuildRecord before, now;
        const auto step = [](int number, const QString &text, bool cached) {
            BuildStep made;
            made.number = number;
            made.instruction = text;
            made.isCached = cached;
            made.ms = 1;
            return made;
        };
        before.steps = {step(1, u"FROM a"_s, false), step(2, u"COPY x y /z"_s, false), step(3, u"RUN a"_s, false)};
        before.files = {{u"x"_s, u"1"_s}, {u"y/b"_s, u"1"_s}, {u"other"_s, u"1"_s}};
        now.files = {{u"x"_s, u"2"_s}, {u"y/c"_s, u"1"_s}, {u"other"_s, u"2"_s}};
        now.steps = {before.steps[0], step(2, u"COPY x y /z"_s, false)};
        QCOMPARE(whyBuiltAnew(now, {}), u"The endpoint was not built here before."_s);
        QCOMPARE(whyBuiltAnew(now, before), u"These files have changed: x, y/c, y/b."_s);
        now.files = before.files;
        QCOMPARE(whyBuiltAnew(now, before), u"Files that it copies have changed."_s);
        now.steps = {before.steps[0], step(2, u"COPY x y /z"_s, true), step(3, u"RUN a"_s, false)};
        QCOMPARE(whyBuiltAnew(now, before), u"The engine had no such layer in its cache."_s);
        before.steps[2].hasFailed = true;
        QCOMPARE(whyBuiltAnew(now, before), u"It failed or was canceled in the build before."_s);
        const BuildRecord again = BuildRecord::fromJson(before.toJson());
        QCOMPARE(again.files, before.files);
        QCOMPARE(again.steps.size(), size_t(3));
        QVERIFY(BuildRecord::fromJson(Json::array()).steps.empty());
    }
};

QTEST_GUILESS_MAIN(TestNetworkSettings)
#include "tst_networksettings.moc"
