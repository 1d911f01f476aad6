#include "tests/ui/azure/azurebench.h"

#include "core/practice/world/labworld.h"
#include "core/targets/builtin/builtinkinds.h"
#include "core/workspace/profile.h"
#include "tests/support/testsupport.h"
#include "ui/context/openworkspace.h"
#include "ui/widgets/elidedlabel.h"

#include <QApplication>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace mooring::test {

AzureBench::AzureBench() { prepareKinds(); }

AzureBench::AzureBench(const QString &profileFolder) : WindowBench(profileFolder) { prepareKinds(); }

AzureBench::~AzureBench()
{
    close();
    if (const auto stopped = lab().stop(CancelToken()); !stopped)
        qWarning("%s", qPrintable(stopped.error().text()));
}

void AzureBench::prepareKinds()
{
    window->resize(1366, 768);     // with sidebar and side columns
    registerBuiltinKinds(m_kinds); // for what Azure ML tells; this computer's targets stay those of the bench
    prepare = [this](OpenedServices &opened) { opened.kinds = &m_kinds; };
}

PracticeSession AzureBench::session() const
{
    return {services->profile->folder(), *services->workspace, *services->signIn};
}

void AzureBench::startLab(const QStringList &faults) { MOORING_OK(session().start(faults, CancelToken())); }

void AzureBench::signIn()
{
    SignInRequest request;
    request.cloud = PracticeSession::cloudName();
    request.tenant = QString::fromLatin1(practice::kTenant);
    request.method = SignInMethod::ServicePrincipal;
    request.clientId = u"practice-app"_s;
    request.secret = "practice-secret";
    MOORING_OK(services->signIn->signIn(request, CancelToken()));
}

void AzureBench::openPractice()
{
    startLab();
    signIn();
    window->openWorkspace().noteChange();
    window->openWorkspace().open(QString::fromLatin1(practice::kWorkspace));
}

namespace {

/// Parts of a page may be made anew: of several with this name, the one to be seen.
QWidget *seen(const QWidget *window, const char *objectName)
{
    for (QWidget *widget : window->findChildren<QWidget *>(QLatin1String(objectName))) {
        if (widget->isVisible())
            return widget;
    }
    return nullptr;
}

} // namespace

void AzureBench::press(const char *objectName) const
{
    QTRY_VERIFY2(seen(window.get(), objectName) && seen(window.get(), objectName)->isEnabled(), objectName);
    QTest::mouseClick(seen(window.get(), objectName), Qt::LeftButton);
}

bool AzureBench::isShown(const char *objectName) const { return seen(window.get(), objectName); }

QString AzureBench::textOf(const char *objectName) const
{
    if (const auto *label = find<QLabel>(objectName))
        return label->text();
    const auto *elided = find<ElidedLabel>(objectName);
    return elided ? elided->text() : QString();
}

int azureTestMain(int argc, char **argv, const std::function<int()> &test)
{
    if (argc == 5 && qstrcmp(argv[1], "practice") == 0 && qstrcmp(argv[2], "serve") == 0) {
        QCoreApplication app(argc, argv);
        return LabFolder(QString::fromLocal8Bit(argv[4])).run(CancelToken()) ? 0 : 1;
    }
    return test();
}

} // namespace mooring::test
