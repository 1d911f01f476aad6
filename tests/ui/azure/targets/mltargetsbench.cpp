#include "tests/ui/azure/targets/mltargetsbench.h"

#include "core/azure/cloud/clouddiscovery.h"
#include "core/azure/ml/mlworkspacebook.h"
#include "core/azure/mlruns/mlsession.h"
#include "core/azure/signin/signinservice.h"
#include "core/practice/world/labworld.h"
#include "core/targets/builtin/builtinkinds.h"
#include "tests/support/testsupport.h"
#include "ui/context/openworkspace.h"
#include "ui/widgets/secretfield.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring::test {

namespace {

QString workspaceName() { return QString::fromLatin1(practice::kWorkspace); }

MlWorkspace labWorkspace()
{
    return {workspaceName(), u"bench"_s, {}, MlWorkspace::parseId(practice::workspaceResourceId()).value()};
}

} // namespace

MlTargetsBench::MlTargetsBench(int runMs)
{
    LabPace pace;
    pace.provisioningMs = 300;
    pace.runMs = runMs;
    pace.retryAfter = 1;
    lab = PracticeLab::start(pace).value();
    registerBuiltinKinds(m_kinds);
    prepare = [this](OpenedServices &opened) { enlist(opened); };
}

MlTargetsBench::~MlTargetsBench() { close(); }

void MlTargetsBench::enlist(OpenedServices &opened) const
{
    opened.kinds = const_cast<KindRegistry *>(&m_kinds);
    CloudRequest request;
    request.name = u"bench"_s;
    request.resourceManager = QUrl(lab->url(u"arm"_s));
    request.ml = QUrl(lab->url(u"ml"_s));
    request.caPem = lab->authorityPem();
    const auto cloud = discoverCloud(request, {});
    MOORING_OK(cloud);
    MOORING_OK(opened.signIn->clouds().add(*cloud));
    MOORING_OK(MlWorkspaceBook(*opened.workspace).add(labWorkspace()));
    SignInRequest signIn;
    signIn.cloud = u"bench"_s;
    signIn.tenant = QString::fromLatin1(practice::kTenant);
    signIn.method = SignInMethod::ServicePrincipal;
    signIn.clientId = u"practice-app"_s;
    signIn.secret = "practice-secret";
    MOORING_OK(opened.signIn->signIn(signIn, CancelToken()));
}

bool MlTargetsBench::openAt(const QString &route)
{
    if (!open())
        return false;
    window->openWorkspace().open(workspaceName());
    go(route);
    return true;
}

void MlTargetsBench::setFaults(const QStringList &words) const
{
    std::vector<ChosenFault> faults;
    for (const QString &word : words)
        faults.push_back(ChosenFault::parse(word).value());
    lab->setFaults(faults);
}

void MlTargetsBench::press(const char *objectName) const
{
    QTRY_VERIFY2_WITH_TIMEOUT(shown<QAbstractButton>(objectName) && shown<QAbstractButton>(objectName)->isEnabled(),
                              objectName, 10000);
    shown<QAbstractButton>(objectName)->click();
}

void MlTargetsBench::pressUnderMore(const char *objectName) const
{
    QAction *action = nullptr;
    const auto look = [&] { // its acts are those of the time when it opens
        auto *more = shown<QAbstractButton>("moreActions");
        if (!more)
            return false;
        more->click();
        QPointer<QMenu> menu = more->findChild<QMenu *>();
        action = menu ? menu->findChild<QAction *>(QLatin1String(objectName)) : nullptr;
        if (action && action->isEnabled())
            return true;
        delete menu;
        return false;
    };
    QTRY_VERIFY2_WITH_TIMEOUT(look(), objectName, 20000);
    action->trigger();
    if (auto *menu = qobject_cast<QMenu *>(action->parent()))
        menu->close();
}

bool MlTargetsBench::says(const QString &words) const
{
    const QList<QLabel *> labels = window->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
}

void MlTargetsBench::type(const QString &field, const QString &text) const
{
    const QByteArray name = (u"field-"_s + field).toLatin1();
    auto *widget = window->findChild<QWidget *>(QString::fromLatin1(name));
    QVERIFY2(widget, name.constData());
    if (auto *secret = qobject_cast<SecretField *>(widget))
        return secret->edit()->setText(text);
    auto *edit = qobject_cast<QLineEdit *>(widget);
    QVERIFY2(edit, name.constData());
    edit->setText(text);
}

void MlTargetsBench::attach(const QString &kind, const QString &name, const std::map<QString, QString> &set,
                            const std::map<QString, QByteArray> &secrets)
{
    const auto session =
        MlSession::open(*services->signIn, labWorkspace(), m_kinds, *services->workspace, *services->credentials);
    MOORING_OK(session);
    (*session)->targets.setPause(std::chrono::milliseconds(20));
    AttachRequest request;
    request.kind = kind;
    request.name = name;
    request.values = FormValues(m_kinds.find(kind)->azure()->fields);
    for (const auto &[id, value] : set)
        MOORING_OK(request.values.set(id, value));
    for (const auto &[id, value] : secrets)
        MOORING_OK(request.values.setSecret(id, value));
    RecordingContext context;
    MOORING_OK((*session)->targets.attach(request, context, {}));
}

void MlTargetsBench::make(const QString &name, bool isCluster)
{
    const auto session =
        MlSession::open(*services->signIn, labWorkspace(), m_kinds, *services->workspace, *services->credentials);
    MOORING_OK(session);
    (*session)->targets.setPause(std::chrono::milliseconds(20));
    ManagedRequest request;
    request.name = name;
    request.isCluster = isCluster;
    request.size = u"STANDARD_DS3_V2"_s;
    request.minNodes = isCluster ? 2 : 0;
    request.maxNodes = 4;
    RecordingContext context;
    MOORING_OK((*session)->targets.create(request, context));
}

void MlTargetsBench::put(const QString &name, const Json &properties) const
{
    const auto cloud = services->signIn->clouds().find(u"bench"_s);
    MOORING_OK(cloud);
    const auto account = services->signIn->accountFor(u"bench"_s);
    MOORING_OK(account);
    const auto token = services->signIn->tokens(*account)->token(cloud->scope(), {});
    MOORING_OK(token);
    WebRequest request;
    request.method = "PUT";
    request.url = QUrl(lab->url(u"arm"_s) + practice::workspaceResourceId() + u"/computes/"_s + name +
                       u"?api-version=2024-10-01"_s);
    request.bearer = token->value;
    request.contentType = "application/json";
    request.body = toBytes(Json{{"location", "koreacentral"}, {"properties", properties}});
    MOORING_OK((*services->signIn->client(*cloud))->json(request, u"It was not taken."_s, {}));
}

void MlTargetsBench::sawNodes(const QString &name, const QDateTime &from, const QDateTime &to, int nodes) const
{
    UsageBook book(*services->workspace);
    for (QDateTime at = from; at < to; at = at.addSecs(540))
        MOORING_OK(book.look(labWorkspace(), name, at, nodes));
    MOORING_OK(book.look(labWorkspace(), name, to, nodes));
}

QString MlTargetsBench::vmId()
{
    return practice::groupId(practice::kGroup) + u"/providers/Microsoft.Compute/virtualMachines/practice-vm"_s;
}

QString MlTargetsBench::aksId()
{
    return practice::groupId(practice::kGroup) +
           u"/providers/Microsoft.ContainerService/managedClusters/practice-aks"_s;
}

} // namespace mooring::test
