#pragma once

#include "core/practice/practicesession.h"
#include "core/targets/kindregistry.h"
#include "tests/ui/support/windowbench.h"

#include <QAbstractButton>
#include <QTest>

namespace mooring::test {

/// A window whose practice lab is real: a process of its own, which this test's program plays (see azureTestMain), as
/// `mooring practice serve` does. It ends with the bench.
class AzureBench : public WindowBench
{
public:
    AzureBench();
    explicit AzureBench(const QString &profileFolder);
    ~AzureBench();

    LabFolder lab() const { return LabFolder(folder); }
    PracticeSession session() const;
    /// Without the window: the lab runs, and an application has signed in to it.
    void startLab(const QStringList &faults = {});
    void signIn();
    /// With it: the lab's workspace is the window's.
    void openPractice();
    QString openName() const { return window->openWorkspace().name(); }

    void press(const char *objectName) const;
    bool isShown(const char *objectName) const;
    /// Of a TextLabel or an ElidedLabel.
    QString textOf(const char *objectName) const;

private:
    void prepareKinds();

    KindRegistry m_kinds;
};

/// `main` of these tests: the lab, where it is started as one, else the test.
int azureTestMain(int argc, char **argv, const std::function<int()> &test);

} // namespace mooring::test

#define MOORING_AZURE_TEST_MAIN(TestClass)                                                                             \
    int main(int argc, char **argv)                                                                                    \
    {                                                                                                                  \
        return mooring::test::azureTestMain(argc, argv, [&] {                                                          \
            QApplication app(argc, argv);                                                                              \
            TestClass test;                                                                                            \
            return QTest::qExec(&test, argc, argv);                                                                    \
        });                                                                                                            \
    }
