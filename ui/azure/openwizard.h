#pragma once

#include "ui/azure/openworkspacejob.h"
#include "ui/azure/picker/directorylook.h"
#include "ui/widgets/wizardpage.h"

#include <QPointer>

class QLineEdit;

namespace mooring {

class Banner;
class FactList;
class PickerSide;
class PickerStep;
class SignInStep;
class TextLabel;

/// Opening an Azure ML workspace in three steps: sign in, choose, done. By a config.json or a resource id too, which
/// leave the choosing out. Route: "open-workspace", "open-workspace?cloud=C".
class OpenWizard : public WizardPage
{
    Q_OBJECT
public:
    OpenWizard(const AppContext &context, const QString &route, QWidget *parent = nullptr);
    ~OpenWizard() override;

    void shown() override;
    void refresh() override;
    bool isOver() const override { return m_over; }

private:
    enum Step { SignInPage, PickPage, DonePage };
    void makeSignIn(const QString &cloud);
    void makePicker();
    void makeDone();
    void makeFooter();
    QWidget *makeIdRow();

    void next(int step);
    void back(int step);
    void showState();
    void readKnown();
    void signedIn(const Account &account);
    void signOut();
    void startPractice();
    void chooseConfig();
    void openConfig(const QString &path);
    void openTyped();
    void openId(const ArmId &id, const QString &tenant);
    void opened();
    void showDone();
    void finish();

    const AppContext &m_context;
    Account m_account;
    DirectoryLook m_look;
    std::optional<ArmId> m_waiting; ///< to be opened when somebody has signed in
    QPointer<OpenWorkspaceJob> m_opening;
    OpenedWorkspace m_opened;
    bool m_over = false, m_wasShown = false;

    Banner *m_banner = nullptr;
    SignInStep *m_signIn = nullptr;
    PickerStep *m_picker = nullptr;
    PickerSide *m_pickerSide = nullptr;
    TextLabel *m_doneTitle = nullptr;
    FactList *m_doneFacts = nullptr;
    QWidget *m_idRow = nullptr;
    QLineEdit *m_id = nullptr;
    Button *m_config = nullptr;
    Button *m_byId = nullptr;
};

} // namespace mooring
