#include <QTest>

#include <libssh2.h>

#include <algorithm>
#include <string_view>
#include <vector>

/// The library that is linked can do what an older one cannot: RSA keys as today's servers take them.
class TestLibssh2 : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isRecentEnough() { QVERIFY(libssh2_version(0x010b01)); }

    void signsWithRsaSha2()
    {
        LIBSSH2_SESSION *session = libssh2_session_init();
        QVERIFY(session);
        const char **names = nullptr;
        const int count = libssh2_session_supported_algs(session, LIBSSH2_METHOD_HOSTKEY, &names);
        QVERIFY(count > 0);
        const std::vector<std::string_view> all(names, names + count);
        QVERIFY(std::find(all.begin(), all.end(), "rsa-sha2-256") != all.end());
        QVERIFY(std::find(all.begin(), all.end(), "rsa-sha2-512") != all.end());
        libssh2_free(session, names);
        libssh2_session_free(session);
    }
};

QTEST_GUILESS_MAIN(TestLibssh2)
#include "tst_libssh2.moc"
