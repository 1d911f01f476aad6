#include "core/transport/docker/dockerchoice.h"
#include "tests/support/testsupport.h"
#include "tests/ui/support/looks.h"
#include "ui/settings/dockertriesmodel.h"
#include "ui/shell/router.h"
#include "ui/widgets/cellroles.h"
#include "ui/widgets/textlabel.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QLineEdit>
#include <QTableView>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

/// The Docker section of the settings. What a real engine answers is looked at in tst_dockersurvey.
class TestDockerSection : public QObject
{
    Q_OBJECT
    std::unique_ptr<WindowBench> m_bench;

    QString text(int row, int column, int role = Qt::DisplayRole) const
    {
        const auto *model = m_bench->find<QTableView>("dockerTries")->model();
        return model->index(row, column).data(role).toString();
    }
    QString state() const { return m_bench->find<TextLabel>("state-docker")->text(); }
    void typeAddress(const QString &address) const
    {
        auto *field = m_bench->find<QLineEdit>("dockerAddress");
        field->setText(address);
        Q_EMIT field->editingFinished();
    }
    DockerChoice &choice() const { return *m_bench->services->docker; }
    QAbstractButton *button(const char *name) const { return m_bench->find<QAbstractButton>(name); }

private Q_SLOTS:
    void init()
    {
        for (const char *name : {"MOORING_DOCKER_HOST", "MOORING_DOCKER_PLAIN_TCP", "DOCKER_CONTEXT",
                                 "DOCKER_TLS_VERIFY", "DOCKER_CERT_PATH", "DOCKER_TLS"})
            qunsetenv(name);
        qputenv("DOCKER_HOST", "unix:///nowhere/docker.sock");
        m_bench = std::make_unique<WindowBench>();
    }
    void cleanup() { m_bench.reset(); }

    void everyAddressInOrder()
    {
        QVERIFY(m_bench->open(u"settings?section=docker"_s));
        QTRY_VERIFY(!text(0, 0).isEmpty());
        QCOMPARE(text(0, 0), u"A setting of yours"_s);
        QCOMPARE(text(0, 1), u"Passed over"_s);
        QCOMPARE(text(1, 0), u"DOCKER_HOST"_s);
        QCOMPARE(text(1, 0, CellRole::SecondLine), u"unix:///nowhere/docker.sock"_s);
        QCOMPARE(text(1, 1), u"It cannot be used"_s);
        QVERIFY(!text(1, 1, CellRole::SecondLine).isEmpty());
        QCOMPARE(text(3, 0), u"unix:///var/run/docker.sock"_s);
        QVERIFY2(state().startsWith(u"No engine"_s), qPrintable(state()));
    }

    void theChoiceIsSavedAndTakenBack()
    {
        QVERIFY(m_bench->open(u"settings?section=docker"_s));
        QTRY_VERIFY(!text(0, 0).isEmpty());
        QVERIFY(button("dockerDefault")->isHidden());
        typeAddress(u"unix:///run/other.sock"_s);
        QTRY_COMPARE(choice().value().address, u"unix:///run/other.sock"_s);
        QTRY_COMPARE(text(0, 0, CellRole::SecondLine), u"unix:///run/other.sock"_s);
        QCOMPARE(text(0, 1), u"It cannot be used"_s); // and nobody else is taken in its place
        QTRY_VERIFY(!button("dockerDefault")->isHidden());
        m_bench->settings->undo();
        QTRY_COMPARE(choice().value(), DockerChoice::Value());
        typeAddress(u"unix:///run/third.sock"_s);
        QTRY_COMPARE(choice().value().address, u"unix:///run/third.sock"_s);
        button("dockerDefault")->click();
        QTRY_COMPARE(choice().value(), DockerChoice::Value());
        QCOMPARE(m_bench->find<QLineEdit>("dockerAddress")->text(), QString());
        typeAddress(u"unix:///run/fourth.sock"_s);
        QTRY_COMPARE(choice().value().address, u"unix:///run/fourth.sock"_s);
        button("allDefaults")->click();
        QTRY_COMPARE(choice().value(), DockerChoice::Value());
    }

    void aRowIsChosen()
    {
        QVERIFY(m_bench->open(u"settings?section=docker"_s));
        QTRY_VERIFY(!text(0, 0).isEmpty());
        auto *table = m_bench->find<QTableView>("dockerTries");
        table->setCurrentIndex(table->model()->index(0, 0)); // it names no address
        QVERIFY(!button("useDocker")->isEnabled());
        table->setCurrentIndex(table->model()->index(1, 0));
        QVERIFY(button("useDocker")->isEnabled());
        button("useDocker")->click();
        QTRY_COMPARE(choice().value().address, u"unix:///nowhere/docker.sock"_s);
    }

    void tcpWithoutTlsIsAllowedForOneAddress()
    {
        QVERIFY(m_bench->open(u"settings?section=docker"_s));
        QTRY_VERIFY(!text(0, 0).isEmpty());
        auto *plain = m_bench->find<QCheckBox>("dockerPlainTcp");
        QVERIFY(!plain->isEnabled()); // no such address
        typeAddress(u"tcp://127.0.0.1:9"_s);
        QTRY_VERIFY(text(0, 1, CellRole::SecondLine).contains(u"TLS"_s));
        QTRY_VERIFY(plain->isEnabled());
        plain->click();
        QTRY_COMPARE(choice().value().plainTcp, u"tcp://127.0.0.1:9"_s);
        QTRY_VERIFY(!text(0, 1, CellRole::SecondLine).contains(u"TLS"_s)); // it is asked now: nobody is there
        QCOMPARE(text(0, 1), u"It cannot be used"_s);
        QCOMPARE(choice().search().rules.plainTcpHost, u"tcp://127.0.0.1:9"_s);
        plain->click();
        QTRY_COMPARE(choice().value().plainTcp, QString());
    }

    void whatTheSessionSetsComesFirst()
    {
        qputenv("MOORING_DOCKER_HOST", "unix:///of/this/session.sock");
        QVERIFY(m_bench->open(u"settings?section=docker"_s));
        QTRY_COMPARE(text(0, 0, CellRole::SecondLine), u"unix:///of/this/session.sock"_s);
        QTRY_VERIFY(m_bench->find<TextLabel>("dockerAdvice")->text().contains(u"MOORING_DOCKER_HOST"_s));
    }

    void looks_data() { Looks::addRows(); }
    void looks()
    {
        Looks looks(*m_bench);
        QVERIFY(m_bench->open(u"settings?section=docker"_s));
        QTRY_VERIFY(!text(0, 0).isEmpty());
        looks.look(u"u2-settings-docker"_s);
        typeAddress(u"tcp://10.20.4.17:2375"_s);
        QTRY_VERIFY(text(0, 1, CellRole::SecondLine).contains(u"TLS"_s));
        looks.look(u"u2-settings-refused"_s);
        QVERIFY2(looks.wrong().isEmpty(), qPrintable(looks.wrong()));
    }
};

QTEST_MAIN(TestDockerSection)
#include "tst_dockersection.moc"
