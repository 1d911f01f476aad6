#include "core/practice/practicelab.h"

#include "core/practice/aci/containerlab.h"
#include "core/practice/arm/armlab.h"
#include "core/practice/arm/armoperations.h"
#include "core/practice/batch/batchlab.h"
#include "core/practice/blob/bloblab.h"
#include "core/practice/databricks/databrickslab.h"
#include "core/practice/datalake/datalakelab.h"
#include "core/practice/ml/mllab.h"
#include "core/practice/server/labserver.h"
#include "core/practice/signin/signinlab.h"
#include "core/practice/spark/livylab.h"

#include <QCoreApplication>
#include <QThread>

#include <map>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::PracticeLab", text); }

/// Everything that lives on the lab's thread.
class World
{
public:
    World(const LabPace &pace, LabCertificate tls, PracticeLab::Observer seen)
        : certificate(std::move(tls)),
          observer(std::move(seen)),
          signIn(world),
          arm(world),
          store(world),
          blob(world, store),
          ml(world, arm, store),
          containers(world),
          batch(world, arm.resources),
          databricks(world),
          livy(world),
          dataLake(world)
    {
        world.pace = pace;
    }

    Result<> open();

    const LabCertificate certificate;
    const PracticeLab::Observer observer;
    LabWorld world;
    SignInLab signIn;
    ArmLab arm;
    LabBlobStore store;
    BlobLab blob;
    MlLab ml;
    ContainerLab containers;
    BatchLab batch;
    DatabricksLab databricks;
    LivyLab livy;
    DataLakeLab dataLake;

    struct Served
    {
        LabService service;
        std::unique_ptr<LabServer> server;
    };
    std::vector<std::unique_ptr<Served>> served;

private:
    Result<> serve(const char *kind, QString LabWorld::*base, std::function<LabReply(const LabRequest &)> handler);
};

Result<> World::serve(const char *kind, QString LabWorld::*base, std::function<LabReply(const LabRequest &)> handler)
{
    auto entry = std::make_unique<Served>();
    entry->service = {QString::fromLatin1(kind), {}, 0};
    entry->server = std::make_unique<LabServer>(
        &certificate, [this, at = entry.get(), answer = std::move(handler)](const LabRequest &request) {
            ++at->service.requests;
            LabReply reply = answer(request);
            if (observer)
                observer(at->service.kind, request, reply);
            return reply;
        });
    if (auto opened = entry->server->open(); !opened)
        return opened;
    entry->service.url = entry->server->base();
    world.*base = entry->service.url;
    served.push_back(std::move(entry));
    return {};
}

Result<> World::open()
{
    const auto all = {
        serve("signin", &LabWorld::signIn, [this](const LabRequest &r) { return signIn.answer(r); }),
        serve("arm", &LabWorld::arm, [this](const LabRequest &r) { return arm.answer(r); }),
        serve("ml", &LabWorld::ml, [this](const LabRequest &r) { return ml.answer(r); }),
        serve("blob", &LabWorld::blob, [this](const LabRequest &r) { return blob.answer(r); }),
        serve("databricks", &LabWorld::databricks, [this](const LabRequest &r) { return databricks.answer(r); }),
        serve("livy", &LabWorld::livy, [this](const LabRequest &r) { return livy.answer(r); }),
        serve("batch", &LabWorld::batch, [this](const LabRequest &r) { return batch.answer(r); }),
        serve("online", &LabWorld::online, [this](const LabRequest &r) { return ml.online().answer(r); }),
        serve("datalake", &LabWorld::dataLake, [this](const LabRequest &r) { return dataLake.answer(r); }),
    };
    for (const Result<> &one : all) {
        if (!one)
            return one;
    }
    ml.addTo(arm.routes);
    containers.addTo(arm.routes);
    addOperationRoutes(arm.routes, world);
    arm.open();
    ml.open();
    return {};
}

} // namespace

QString LabService::titleOf(const QString &kind)
{
    static const std::map<QString, const char *> titles{
        {u"signin"_s, QT_TRANSLATE_NOOP("mooring::PracticeLab", "Sign-in")},
        {u"arm"_s, QT_TRANSLATE_NOOP("mooring::PracticeLab", "Resource manager and Azure ML")},
        {u"ml"_s, QT_TRANSLATE_NOOP("mooring::PracticeLab", "Run history and logs")},
        {u"blob"_s, QT_TRANSLATE_NOOP("mooring::PracticeLab", "Blob storage")},
        {u"databricks"_s, QT_TRANSLATE_NOOP("mooring::PracticeLab", "Databricks")},
        {u"livy"_s, QT_TRANSLATE_NOOP("mooring::PracticeLab", "HDInsight, Livy")},
        {u"batch"_s, QT_TRANSLATE_NOOP("mooring::PracticeLab", "Batch")},
        {u"online"_s, QT_TRANSLATE_NOOP("mooring::PracticeLab", "Online endpoints")},
        {u"datalake"_s, QT_TRANSLATE_NOOP("mooring::PracticeLab", "Data Lake Analytics")},
    };
    const auto found = titles.find(kind);
    return found == titles.end() ? kind : tr(found->second);
}

/// The thread, and what is asked of it from others.
class PracticeLab::Thread
{
public:
    ~Thread()
    {
        if (world)
            ask([this] { world.reset(); }); // its sockets end on their own thread
        thread.quit();
        thread.wait();
    }
    void begin()
    {
        thread.setObjectName(u"practice lab"_s);
        context.moveToThread(&thread);
        thread.start();
    }
    template <class Work>
    void ask(Work work)
    {
        QMetaObject::invokeMethod(&context, work, Qt::BlockingQueuedConnection);
    }

    QThread thread;
    QObject context;
    std::unique_ptr<World> world; // on the thread alone
};

PracticeLab::PracticeLab() : m_thread(std::make_unique<Thread>()) {}

PracticeLab::~PracticeLab() = default;

Result<std::unique_ptr<PracticeLab>> PracticeLab::start(const LabPace &pace, Observer observer)
{
    auto certificate = LabCertificate::make();
    if (!certificate)
        return certificate.error();
    std::unique_ptr<PracticeLab> lab(new PracticeLab);
    Thread &thread = *lab->m_thread;
    thread.begin();
    Result<> opened;
    thread.ask([&] {
        thread.world = std::make_unique<World>(pace, std::move(certificate).value(), std::move(observer));
        opened = thread.world->open();
    });
    if (!opened)
        return opened.error();
    return lab;
}

std::vector<LabService> PracticeLab::services() const
{
    std::vector<LabService> list;
    m_thread->ask([&] {
        for (const auto &entry : m_thread->world->served)
            list.push_back(entry->service);
    });
    return list;
}

QString PracticeLab::url(const QString &kind) const
{
    for (const LabService &service : services()) {
        if (service.kind == kind)
            return service.url;
    }
    return {};
}

QByteArray PracticeLab::authorityPem() const
{
    QByteArray pem;
    m_thread->ask([&] { pem = m_thread->world->certificate.authorityPem; });
    return pem;
}

void PracticeLab::setFaults(const std::vector<ChosenFault> &faults)
{
    m_thread->ask([&] { m_thread->world->world.faults.set(faults); });
}

std::vector<LabFaults::Seen> PracticeLab::faults() const
{
    std::vector<LabFaults::Seen> list;
    m_thread->ask([&] {
        for (const auto &[fault, seen] : m_thread->world->world.faults.all())
            list.push_back(seen);
    });
    return list;
}

} // namespace mooring
