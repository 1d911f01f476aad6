#include "ui/runs/metricseries.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

RunMetrics metricsWith(const QStringList &names)
{
    RunMetrics metrics;
    for (const QString &name : names)
        metrics.metrics[name] = {{0, -1, 1.0}};
    return metrics;
}

} // namespace

class TestMetricSeries : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void groups_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QStringList>("groups"); // "title: series=metric, …"
        QTest::newRow("none") << QStringList() << QStringList();
        QTest::newRow("one") << QStringList{u"loss"_s} << QStringList{u"loss: loss=loss"_s};
        QTest::newRow("train and val") << QStringList{u"train_loss"_s, u"val_loss"_s}
                                       << QStringList{u"loss: train=train_loss, val=val_loss"_s};
        QTest::newRow("without a prefix it is the training's")
            << QStringList{u"loss"_s, u"val_loss"_s} << QStringList{u"loss: train=loss, val=val_loss"_s};
        QTest::newRow("slashes") << QStringList{u"training/acc"_s, u"validation/acc"_s, u"test/acc"_s}
                                 << QStringList{u"acc: test=test/acc, train=training/acc, val=validation/acc"_s};
        QTest::newRow("alone keeps its name") << QStringList{u"val_acc"_s} << QStringList{u"val_acc: val=val_acc"_s};
        QTest::newRow("no separator") << QStringList{u"value"_s, u"trainer"_s, u"testing"_s}
                                      << QStringList{u"testing: testing=testing"_s, u"trainer: trainer=trainer"_s,
                                                     u"value: value=value"_s};
        QTest::newRow("only a prefix") << QStringList{u"val_"_s, u"train"_s}
                                       << QStringList{u"train: train=train"_s, u"val_: val_=val_"_s};
        QTest::newRow("in order") << QStringList{u"b"_s, u"a"_s} << QStringList{u"a: a=a"_s, u"b: b=b"_s};
    }
    void groups()
    {
        QFETCH(QStringList, names);
        QStringList found;
        for (const MetricGroup &group : groupMetrics(metricsWith(names))) {
            QStringList members;
            for (const auto &[series, metric] : group.members)
                members << series + u'=' + metric;
            found << group.title + u": "_s + members.join(u", "_s);
        }
        QTEST(found, "groups");
    }

    void grows()
    {
        MetricSeries series;
        RunMetrics metrics = metricsWith({u"loss"_s});
        series.update(metrics);
        const auto data = series.data(u"loss"_s);
        QCOMPARE(data->size(), size_t(1));
        for (int i = 1; i < 1000; ++i) {
            metrics.metrics[u"loss"_s].push_back({i, -1, 1.0 / i});
            if (i % 100 == 0)
                series.update(metrics);
        }
        series.update(metrics);
        series.update(metrics);                 // nothing new: nothing twice
        QCOMPARE(series.data(u"loss"_s), data); // what a chart holds grows
        QCOMPARE(data->size(), size_t(1000));
        QCOMPARE(data->x(999), 999.0);
        metrics.metrics[u"acc"_s] = {{5, -1, 0.5}};
        series.update(metrics);
        QCOMPARE(series.data(u"acc"_s)->size(), size_t(1));
    }

    void fewerPointsBeginAgain()
    {
        MetricSeries series;
        RunMetrics metrics = metricsWith({u"loss"_s});
        metrics.metrics[u"loss"_s].push_back({1, -1, 2.0});
        series.update(metrics);
        series.update(metricsWith({u"loss"_s}));
        QCOMPARE(series.data(u"loss"_s)->size(), size_t(1));
    }

    void notFinite()
    {
        const double infinity = std::numeric_limits<double>::infinity();
        RunMetrics metrics;
        metrics.metrics[u"loss"_s] = {{0, -1, 1.0}, {1, -1, std::nan("")}, {2, -1, infinity}, {3, -1, -infinity}};
        MetricSeries series;
        series.update(metrics);
        const auto data = series.data(u"loss"_s);
        QCOMPARE(data->size(), size_t(4));
        QCOMPARE(data->notFinite().size(), size_t(3));
        QCOMPARE(data->lastFinite(), size_t(0));
    }

    void anUnknownMetricIsEmpty() { QCOMPARE(MetricSeries().data(u"nothing"_s)->size(), size_t(0)); }
};

QTEST_GUILESS_MAIN(TestMetricSeries)
#include "tst_metricseries.moc"
