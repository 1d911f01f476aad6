#include "core/azure/ascode/endpointascode.h"
#include "core/azure/ascode/runascode.h"
#include "core/base/files.h"
#include "core/base/process.h"
#include "core/targets/builtin/builtinkinds.h"
#include "core/targets/targetascode.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds kLimit{240}; // the tools of Azure take seconds to load, once for all rows
const QString kVm = u"/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/vm1"_s;

using Kind = EnvironmentChoice::Kind;

/// A text, how it is read, and what has to be understood: paths of JSON with the value.
struct Row
{
    QString name, reader;
    Result<QByteArray> text;
    std::map<QString, Json> wanted;
};

} // namespace

/// What is written for Azure's tools is read by those tools: azureml-core executes the Python, azure-ai-ml loads the
/// files.
class TestAsCode : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::vector<Row> m_rows;
    std::vector<Json> m_read;

    QString file(const QString &name, const QByteArray &content)
    {
        const QString path = m_folder.filePath(name);
        [&] { MOORING_OK(writeFileAtomically(path, content)); }();
        return path;
    }
    RunSettings run(const EnvironmentChoice &environment = {})
    {
        RunSettings settings;
        settings.source = m_folder.filePath(u"source"_s);
        settings.script = u"train.py"_s;
        settings.arguments = {u"--name"_s, u"it's \"é\" $x"_s};
        settings.target = u"gpu-cluster"_s;
        settings.environment = environment;
        settings.variables = {{u"LEVEL"_s, u"a \"b\" 'c'"_s}};
        settings.timeLimitSeconds = 90;
        settings.name = u"first: one"_s;
        return settings;
    }
    EndpointVersion endpoint(const QString &runner, const EnvironmentChoice &environment = {})
    {
        EndpointVersion version;
        version.number = 3;
        version.modelPath = m_folder.filePath(u"model"_s);
        version.codeSource = m_folder.filePath(u"source"_s);
        version.settings.name = u"bearing"_s;
        version.settings.runner = runner;
        version.settings.score = u"score.py"_s;
        version.settings.environment = environment;
        version.settings.variables = {{u"LEVEL"_s, u"1"_s}};
        return version;
    }
    static TargetRecord machine(const Json &settings)
    {
        TargetRecord target;
        target.name = u"box"_s;
        target.kind = u"ssh"_s;
        target.settings = settings;
        return target;
    }

    void addRuns()
    {
        const QString conda = file(u"conda.yml"_s, "name: own\ndependencies:\n  - python=3.11\n  - numpy\n");
        const QString pips = file(u"source/requirements.txt"_s, "# which\nscikit-learn==1.5 # pinned\nnumpy>1,<3\n");
        const Json source = toStd(m_folder.filePath(u"source"_s));
        const std::map<QString, Json> common{{u"/source"_s, source},
                                             {u"/experiment"_s, "source"},
                                             {u"/target"_s, "gpu-cluster"},
                                             {u"/seconds"_s, 90},
                                             {u"/script"_s, "train.py"},
                                             {u"/arguments"_s, {"--name", "it's \"é\" $x"}},
                                             {u"/variables/LEVEL"_s, "a \"b\" 'c'"}};
        auto with = [&](std::map<QString, Json> more) {
            more.insert(common.begin(), common.end());
            return more;
        };
        m_rows.push_back({u"run, sdk, image"_s, u"sdk"_s, runAsCode(run({Kind::Image, u"own/image:1"_s}), u"sdk"_s),
                          with({{u"/environment/image"_s, "own/image:1"}, {u"/environment/userManaged"_s, true}})});
        m_rows.push_back({u"run, sdk, interpreter"_s, u"sdk"_s,
                          runAsCode(run({Kind::Python, u"/opt/py/bin/python"_s}), u"sdk"_s),
                          with({{u"/environment/interpreter"_s, "/opt/py/bin/python"}})});
        m_rows.push_back({u"run, sdk, requirements"_s, u"sdk"_s,
                          runAsCode(run({Kind::File, u"requirements.txt"_s}), u"sdk"_s),
                          with({{u"~/environment/packages"_s, "scikit-learn==1.5"}})});
        m_rows.push_back({u"run, sdk, conda"_s, u"sdk"_s, runAsCode(run({Kind::File, conda}), u"sdk"_s),
                          with({{u"~/environment/packages"_s, "python=3.11"}})});
        RunSettings shell = run();
        shell.script = u"train.sh"_s;
        m_rows.push_back({u"run, sdk, shell script"_s,
                          u"sdk"_s,
                          runAsCode(shell, u"sdk"_s),
                          {{u"/command"_s, {"sh", "train.sh", "--name", "it's \"é\" $x"}}}});

        const std::map<QString, Json> job{{u"/code"_s, source},
                                          {u"/experiment"_s, "source"},
                                          {u"/target"_s, "gpu-cluster"},
                                          {u"/seconds"_s, 90},
                                          {u"/name"_s, "first: one"},
                                          {u"/command"_s, "python train.py --name 'it'\\''s \"é\" $x'"},
                                          {u"/variables/LEVEL"_s, "a \"b\" 'c'"}};
        auto jobWith = [&](std::map<QString, Json> more) {
            more.insert(job.begin(), job.end());
            return more;
        };
        m_rows.push_back({u"run, cli, image"_s, u"job"_s, runAsCode(run({Kind::Image, u"own/image:1"_s}), u"cli"_s),
                          jobWith({{u"/environment/image"_s, "own/image:1"}})});
        m_rows.push_back({u"run, cli, requirements"_s, u"job"_s, runAsCode(run({Kind::File, pips}), u"cli"_s),
                          jobWith({{u"~/environment/conda"_s, "numpy>1,<3"}})});
        m_rows.push_back({u"run, cli, conda"_s, u"job"_s, runAsCode(run({Kind::File, conda}), u"cli"_s),
                          jobWith({{u"~/environment/conda"_s, "python=3.11"}})});
        RunSettings here = run();
        here.target = u"local"_s;
        m_rows.push_back(
            {u"run, cli, this computer"_s, u"job"_s, runAsCode(here, u"cli"_s), {{u"/target"_s, "local"}}});
    }

    void addEndpoints()
    {
        const QString conda = file(u"serve.yml"_s, "name: own\ndependencies:\n  - python=3.11\n");
        const QString docker = file(u"docker/Dockerfile"_s, "FROM scratch\n");
        const Json source = toStd(m_folder.filePath(u"source"_s)), model = toStd(m_folder.filePath(u"model"_s));
        EndpointVersion local = endpoint(u"docker"_s, {Kind::File, conda});
        local.settings.port = 6789;
        m_rows.push_back({u"endpoint, sdk"_s,
                          u"sdk"_s,
                          endpointAsCode(local, u"sdk"_s),
                          {{u"/name"_s, "bearing"},
                           {u"/models"_s, Json::array({Json::array({model, "bearing"})})},
                           {u"/source"_s, source},
                           {u"/script"_s, "score.py"},
                           {u"/port"_s, 6789},
                           {u"/environment/variables/LEVEL"_s, "1"},
                           {u"~/environment/packages"_s, "azureml-defaults"}}});
        EndpointVersion cloud = endpoint(u"aci"_s, {Kind::Image, u"own:1"_s});
        cloud.settings.cloud.cpu = 1.5;
        cloud.settings.cloud.memory = 3;
        cloud.settings.cloud.dnsLabel = u"bearing-test"_s;
        m_rows.push_back({u"endpoint, sdk, container instance"_s,
                          u"sdk"_s,
                          endpointAsCode(cloud, u"sdk"_s),
                          {{u"/service"_s, "AciServiceDeploymentConfiguration"},
                           {u"/cores"_s, 1.5},
                           {u"/memory"_s, 3},
                           {u"/auth"_s, true},
                           {u"/label"_s, "bearing-test"}}});
        m_rows.push_back({u"endpoint, cli"_s,
                          u"deployment"_s,
                          endpointAsCode(local, u"cli"_s),
                          {{u"/name"_s, "v3"},
                           {u"/endpoint"_s, "bearing"},
                           {u"/model"_s, model},
                           {u"/source"_s, source},
                           {u"/script"_s, "score.py"},
                           {u"/variables/LEVEL"_s, "1"},
                           {u"~/environment/conda"_s, "python=3.11"}}});
        EndpointVersion built = endpoint(u"docker"_s);
        built.settings.dockerfile = docker;
        m_rows.push_back({u"endpoint, cli, Dockerfile"_s,
                          u"deployment"_s,
                          endpointAsCode(built, u"cli"_s),
                          {{u"/environment/dockerfile"_s, "Dockerfile"}}});
        m_rows.push_back({u"endpoint, sdk, Dockerfile"_s,
                          u"sdk"_s,
                          endpointAsCode(built, u"sdk"_s),
                          {{u"~/environment/dockerfile"_s, "FROM scratch"}}});
    }

    void addTargets()
    {
        KindRegistry kinds;
        registerBuiltinKinds(kinds);
        const auto key =
            machine({{"address", "kim@10.0.0.4:2200"}, {"keyFile", "/home/kim/.ssh/id"}, {"resourceId", toStd(kVm)}});
        m_rows.push_back({u"machine, sdk, key"_s,
                          u"sdk"_s,
                          targetAsCode(key, u"sdk"_s, kinds),
                          {{u"/name"_s, "box"},
                           {u"/resourceId"_s, toStd(kVm)},
                           {u"/port"_s, 2200},
                           {u"/user"_s, "kim"},
                           {u"/password"_s, ""},
                           {u"/keyFile"_s, "/home/kim/.ssh/id"}}});
        const auto password = machine(
            {{"address", "10.0.0.4"}, {"user", "kim"}, {"password", {{"stored", true}}}, {"resourceId", toStd(kVm)}});
        m_rows.push_back({u"machine, sdk, password"_s,
                          u"sdk"_s,
                          targetAsCode(password, u"sdk"_s, kinds),
                          {{u"/port"_s, 22}, {u"/password"_s, "from the environment"}}});
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString python = QStringLiteral(MOORING_AZURE_CLIENTS) + u"/bin/python"_s;
        MOORING_NEEDS(QFile::exists(QStringLiteral(MOORING_AZURE_CLIENTS) + u"/.complete"_s), "Azure's Python clients");
        qputenv("MOORING_SSH_CONFIG", file(u"config"_s, "Host *\n  IdentityAgent none\n").toUtf8());
        qputenv("SSH_PASSWORD", "from the environment");
        for (const QString &name : {u"source"_s, u"model"_s, u"docker"_s})
            QVERIFY(QDir(m_folder.path()).mkpath(name));
        file(u"source/train.py"_s, "");
        file(u"source/train.sh"_s, "");
        file(u"source/score.py"_s, "");
        addRuns();
        addEndpoints();
        addTargets();
        Command command;
        command.program = python;
        command.arguments = {QStringLiteral(MOORING_SOURCE_DIR) + u"/tests/fixtures/azure/read_as_code.py"_s};
        command.limit = kLimit;
        for (const Row &row : m_rows) {
            QVERIFY2(row.text, qPrintable(row.name + (row.text ? QString() : row.text.error().text())));
            const QString path = file(
                u"row%1"_s.arg(command.arguments.size()) + (row.reader == u"sdk" ? u".py"_s : u".yml"_s), *row.text);
            command.arguments << row.reader + u'=' + path;
        }
        const auto output = runCommand(command, {});
        QVERIFY2(output, qPrintable(output ? QString() : output.error().text()));
        for (const QByteArray &line : output->output.split('\n')) {
            if (line.startsWith("READ "))
                m_read.push_back(Json::parse(line.mid(5).toStdString(), nullptr, false));
        }
        QVERIFY2(m_read.size() == m_rows.size(), (output->output + output->errors).constData());
    }

    void theToolUnderstands_data()
    {
        QTest::addColumn<int>("index");
        for (size_t i = 0; i < m_rows.size(); ++i)
            QTest::newRow(qPrintable(m_rows[i].name)) << int(i);
    }
    void theToolUnderstands()
    {
        QFETCH(int, index);
        const Row &row = m_rows[size_t(index)];
        for (const auto &[path, value] : row.wanted) {
            const bool isPart = path.startsWith(u'~'); // a text that has it
            const Json::json_pointer place(toStd(isPart ? path.mid(1) : path));
            const Json &read = m_read[size_t(index)];
            QVERIFY2(read.contains(place), (row.text->constData() + read.dump()).c_str());
            const Json &got = read[place];
            const bool isRight =
                isPart ? got.is_string() && got.get<std::string>().find(value.get<std::string>()) != std::string::npos
                       : got == value;
            QVERIFY2(isRight, qPrintable(path + u": "_s + QString::fromStdString(got.dump()) + u'\n' +
                                         QString::fromUtf8(*row.text)));
        }
    }

    void whatAToolCannotSay_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("which");
        QTest::newRow("run, unknown form") << u"export.noWay"_s << u"terraform"_s;
        QTest::newRow("run, interpreter for az ml") << u"export.noWay"_s << u"interpreter"_s;
        QTest::newRow("run, an expression of Azure ML") << u"azure.expression"_s << u"expression"_s;
        QTest::newRow("run, file that is not there") << u"environment.fileMissing"_s << u"missing"_s;
        QTest::newRow("endpoint, container instance for az ml") << u"export.noWay"_s << u"aci"_s;
        QTest::newRow("endpoint, no script") << u"export.noWay"_s << u"mlflow"_s;
        QTest::newRow("machine, no resource id") << u"export.noWay"_s << u"noId"_s;
        QTest::newRow("machine, password for az ml") << u"export.noWay"_s << u"password"_s;
        QTest::newRow("this computer") << u"target.notAttachable"_s << u"local"_s;
    }
    void whatAToolCannotSay()
    {
        QFETCH(QString, code);
        QFETCH(QString, which);
        KindRegistry kinds;
        registerBuiltinKinds(kinds);
        RunSettings expression = run();
        expression.arguments = {u"${{inputs.x}}"_s};
        EndpointVersion made = endpoint(u"docker"_s);
        made.settings.score.clear();
        TargetRecord here = machine({});
        here.kind = u"local"_s;
        const std::map<QString, std::function<Result<QByteArray>()>> calls{
            {u"terraform"_s, [&] { return runAsCode(run(), u"terraform"_s); }},
            {u"interpreter"_s,
             [&] {
                 return runAsCode(run({Kind::Python, u"python3"_s}), u"cli"_s);
             }},
            {u"expression"_s, [&] { return runAsCode(expression, u"cli"_s); }},
            {u"missing"_s,
             [&] {
                 return runAsCode(run({Kind::File, u"nothing.txt"_s}), u"sdk"_s);
             }},
            {u"aci"_s, [&] { return endpointAsCode(endpoint(u"aci"_s), u"cli"_s); }},
            {u"mlflow"_s, [&] { return endpointAsCode(made, u"sdk"_s); }},
            {u"noId"_s,
             [&] {
                 return targetAsCode(machine({{"address", "kim@h"}}), u"sdk"_s, kinds);
             }},
            {u"password"_s,
             [&] {
                 return targetAsCode(machine({{"address", "kim@10.0.0.4"}, {"resourceId", toStd(kVm)}}), u"cli"_s,
                                     kinds);
             }},
            {u"local"_s, [&] { return targetAsCode(here, u"mooring"_s, kinds); }}};
        const auto text = calls.at(which)();
        QVERIFY2(!text, text ? text->constData() : "");
        QCOMPARE(text.error().code, code);
        QVERIFY(!text.error().message.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAsCode)
#include "tst_ascode.moc"
