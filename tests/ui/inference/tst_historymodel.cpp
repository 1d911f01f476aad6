#include "core/base/clock.h"
#include "ui/inference/historymodel.h"
#include "ui/widgets/cellroles.h"

#include <QSignalSpy>
#include <QTest>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

ScoringCall call(qint64 id, int status)
{
    ScoringCall made;
    made.id = id;
    made.status = status;
    made.version = 2;
    made.ms = 7.94;
    made.at = nowUtc().addSecs(-90);
    made.request.body = "{\"q\": 1}";
    return made;
}

} // namespace

class TestHistoryModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void titles_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("title");
        QTest::newRow("label") << u"sample_input.json"_s << QByteArray("{}") << u"sample_input.json"_s;
        QTest::newRow("how it begins") << QString() << QByteArray("{\n  \"q\": 1\n}") << u"{ \"q\": 1 }"_s;
        QTest::newRow("empty") << QString() << QByteArray() << u"empty body"_s;
        QTest::newRow("bytes") << QString() << QByteArray("a\0b", 3) << u"bytes"_s;
    }
    void titles()
    {
        QFETCH(QString, label);
        QFETCH(QByteArray, body);
        QFETCH(QString, title);
        ScoringRequest request;
        request.label = label;
        request.body = body;
        QCOMPARE(callTitle(request), title);
    }

    void ages()
    {
        const QDateTime now = nowUtc();
        QCOMPARE(callAge(now.addSecs(-12), now), u"12 s ago"_s);
        QCOMPARE(callAge(now.addSecs(5), now), u"0 s ago"_s); // another clock
        QCOMPARE(callAge(now.addSecs(-121), now), u"2 min ago"_s);
        QCOMPARE(callAge(now.addSecs(-3 * 3600), now), u"3 h ago"_s);
        QCOMPARE(callTime(7.94), u"7.9 ms"_s);
        QCOMPARE(callTime(1912.2), u"1\u2009912 ms"_s);
    }

    void cells()
    {
        HistoryModel model;
        model.setCalls({call(2, 0), call(1, 500)});
        QCOMPARE(model.index(0, 0).data(CellRole::SecondLine).toString(), u"no answer, v2"_s);
        QCOMPARE(model.index(0, 1).data().toString(), u"–"_s);
        QCOMPARE(model.index(1, 0).data(CellRole::SecondLine).toString(), u"500, v2"_s);
        QCOMPARE(model.index(1, 1).data(CellRole::SecondLine).toString(), u"1 min ago"_s);
    }

    /// New ones come in above, old ones fall off below, and what stays is never moved by a reset.
    void rowsStay()
    {
        HistoryModel model;
        model.setCalls({call(3, 200), call(2, 500), call(1, 200)});
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        const QPersistentModelIndex kept = model.index(model.rowOf(2), 0);
        model.setCalls({call(5, 200), call(4, 200), call(3, 200), call(2, 500)});
        QCOMPARE(resets.count(), 0);
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(kept.row(), 3);
        QCOMPARE(model.call(0)->id, 5);
        model.setOnlyFailed(true);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.call(0)->id, 2);
        model.setCalls({});
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.rowOf(2), -1);
    }
};

QTEST_APPLESS_MAIN(TestHistoryModel)
#include "tst_historymodel.moc"
