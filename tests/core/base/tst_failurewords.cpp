#include "core/base/failurewords.h"
#include "tests/support/testsupport.h"

using namespace mooring;
using namespace Qt::StringLiterals;

/// What is read out of the log of a build that failed.
class TestFailureWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void certificates()
    {
        const QString pip =
            u"WARNING: Retrying: SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate"_s;
        QCOMPARE(certificateFailure(u"Collecting flask\n"_s + pip + u"\nERROR: No matching distribution"_s), pip);
        const QString curl = u"curl: (60) SSL certificate problem: unable to get local issuer certificate"_s;
        QCOMPARE(certificateFailure(curl), curl);
        QCOMPARE(certificateFailure(u"No matching distribution found for certificates"_s), QString());
        QCOMPARE(certificateFailure({}), QString());
    }

    void whatAProgramSaid_data()
    {
        QTest::addColumn<QString>("log");
        QTest::addColumn<QString>("words");
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("no failure") << u"Collecting flask\nErrors: 0"_s << QString();
        QTest::newRow("pip, the last of two")
            << u"ERROR: Could not find a version that satisfies the requirement torhc\n"
               "\x1b[31mERROR: No matching distribution found for torhc\x1b[0m\nRemoving intermediate container 1f\n"_s
            << u"ERROR: No matching distribution found for torhc"_s;
        QTest::newRow("pip, managed elsewhere")
            << u"\x1b[91merror: externally-managed-environment\n\n× This environment is externally managed\n"_s
            << u"error: externally-managed-environment"_s;
        QTest::newRow("apt") << u"Reading package lists...\nE: Unable to locate package gcx\n"_s
                             << u"E: Unable to locate package gcx"_s;
        QTest::newRow("conda, with what it lists")
            << u"PackagesNotFoundError: The following packages are not available from current channels:\n\n"
               "  - numpy=99\n  - scipyy\n\nCurrent channels:\n\n  - file:///srv/channel/noarch\n"_s
            << u"PackagesNotFoundError: The following packages are not available from current channels: numpy=99, scipyy"_s;
        QTest::newRow("conda, older") << u"ResolvePackageNotFound: \n  - numpyy\n"_s
                                      << u"ResolvePackageNotFound: numpyy"_s;
        QTest::newRow("conda, a long list")
            << u"ResolvePackageNotFound:\n- a\n- b\n- c\n- d\n"_s << u"ResolvePackageNotFound: a, b, c"_s;
        QTest::newRow("conda, when its pip failed")
            << u"ERROR: No matching distribution found for torhc\n\nfailed\n\nCondaEnvException: Pip failed\n"_s
            << u"ERROR: No matching distribution found for torhc"_s;
        QTest::newRow("micromamba")
            << u"error    libmamba Could not solve for environment specs\n    numpy 99** does not exist\n"_s
            << u"error    libmamba Could not solve for environment specs"_s;
        QTest::newRow("a name alone") << u"ERROR: first\nValueError:\n"_s << u"ERROR: first"_s;
        QTest::newRow("a word that begins alike") << u"Errors: 0\nexceptional: yes\nEverything: fine"_s << QString();
        QTest::newRow("Python")
            << u"  File \"setup.py\", line 1\nModuleNotFoundError: No module named 'x'\nnote: more"_s
            << u"ModuleNotFoundError: No module named 'x'"_s;
        QTest::newRow("curl") << u"curl: (6) Could not resolve host: a.invalid"_s
                              << u"curl: (6) Could not resolve host: a.invalid"_s;
        QTest::newRow("an address with a password")
            << u"ERROR: HTTP error 403 while getting https://me:pass-word@pypi.example/x.whl"_s
            << u"ERROR: HTTP error 403 while getting https://…@pypi.example/x.whl"_s;
        QTest::newRow("endless") << u"error: "_s + QString(5000, u'x') << QString();
    }
    void whatAProgramSaid()
    {
        QFETCH(QString, log);
        QTEST(failureWords(log), "words");
    }
};

QTEST_GUILESS_MAIN(TestFailureWords)
#include "tst_failurewords.moc"
