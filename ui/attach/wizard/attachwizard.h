#pragma once

#include "ui/attach/wizard/attachdraft.h"
#include "ui/attach/wizard/attachjob.h"
#include "ui/attach/wizard/foundlist.h"
#include "ui/context/pageregistry.h"
#include "ui/widgets/wizardpage.h"

#include <QPointer>

class QScrollArea;
class QVBoxLayout;

namespace mooring {

struct AppContext;
class CheckStep;
class DoneSide;
class DoneStep;
class FieldForm;
class Job;
class KindList;
class SearchField;
class SendStep;
class TextLabel;

/// Attaching a target in four steps: kind, settings, checks, done; to a service in five: what is sent comes before the
/// last. Holds a draft, which stands in the tree until it is attached or thrown away; the checks go on when one looks
/// at another page. The route may choose the kind: "attach?kind=<id>".
class AttachWizard : public WizardPage
{
    Q_OBJECT
public:
    /// `parts`: where the cards for questions of rungs come from; it outlives the page.
    /// `route`: of this wizard's draft.
    AttachWizard(const AppContext &context, const PageRegistry &parts, std::shared_ptr<AttachDesk> desk,
                 const QString &route, QWidget *parent = nullptr);
    ~AttachWizard() override;

    void shown() override;
    void refresh() override;
    void workspaceChanged() override { read(); }
    bool mayLeave() const override { return !m_attach && m_draft.isEmpty(); }

private:
    /// What the service has of it after it was sent and is not attached.
    enum class Behind { Nothing, Failed, Unknown };

    enum Step { KindPage, FormPage, ChecksPage, SendPage, DonePage };
    /// The steps as they are counted: without SendPage where nothing is sent.
    Step at(int step) const { return m_send || step < SendPage ? Step(step) : DonePage; }
    Step at() const { return at(step()); }
    void go(Step step) { setStep(step == DonePage ? stepCount() - 1 : step); }
    void makeSteps();
    QWidget *makeKinds();
    QWidget *makeFound();
    void makeSendStep();
    void makeFooterActs();
    void read();
    void showFound(const std::vector<FoundRow> &found);
    void restore();

    void next(int step);
    void back(int step);
    void enter(int step);
    void showKind();
    void useFound(const FoundRow &row);
    void makeForm();
    void edited();
    void keepDraft(Glyph glyph, const QString &state);
    void discard();
    void startOver();
    QString subtitle(int step) const;

    void checkForm();
    void check(const QString &rungAgain);
    void skip();
    AttachRequest request() const;
    void climbFrom(const QString &rung, const LadderReport &earlier);
    void begin(const std::vector<Rung> &rungs, const AttachRequest &request,
               AttachJob::Act act = AttachJob::Act::Attach);
    AttachJob::Act firstAct() const;
    bool sends() const; ///< the service is told, and not our own record alone
    bool holdsFocus() const;
    void showSending(const CheckOutcome &rehearsed);
    void send();
    void detachFirst(const QString &target);
    void follow(AttachJob *attach);
    void ended(const Job *job, const std::optional<CheckOutcome> &outcome);
    void showNotAttached(const CheckOutcome &outcome);
    void showError(const Error &error);
    void showCard(QWidget *card);
    void showQuestion(const RungResult &rung);
    void showSame(const Error &error);
    void showDone(const CheckOutcome &outcome);
    Behind whatIsBehind(const AttachJob &attach) const;
    void showChecksState(bool running);
    void runSampleThere();

    const AppContext &m_context;
    const PageRegistry &m_parts;
    std::shared_ptr<AttachDesk> m_desk;
    QString m_route;
    AttachDraft m_draft;
    QStringList m_names;
    bool m_keychain = true;
    bool m_discarding = false;
    bool m_wasShown = false;
    QPointer<AttachJob> m_attach;
    QStringList m_skipped;    ///< rungs that a person left out
    QString m_skipping;       ///< the one for which the ladder is being stopped, to go on behind it
    LadderReport m_climbed;   ///< with it: what had ended by then
    QString m_attached;       ///< name of the target that came out
    LadderReport m_rehearsed; ///< what is sent after it
    Behind m_behind = Behind::Nothing;

    KindList *m_kinds = nullptr;
    FoundList *m_found = nullptr;
    SearchField *m_findFound = nullptr;
    TextLabel *m_foundNone = nullptr;
    QWidget *m_formPlace = nullptr;
    QWidget *m_formSide = nullptr;
    FieldForm *m_form = nullptr;
    QString m_formKind;
    CheckStep *m_checks = nullptr;
    SendStep *m_send = nullptr; ///< null: nothing is sent
    QScrollArea *m_sendScroll = nullptr;
    QWidget *m_sendSide = nullptr;
    DoneStep *m_done = nullptr;
    DoneSide *m_doneSide = nullptr;
    Button *m_cancel = nullptr;
    Button *m_saveDraft = nullptr;
    Button *m_stop = nullptr;
    Button *m_skip = nullptr;
    Button *m_another = nullptr;
};

/// Beside the form: what such a thing must have, and what happens next.
QWidget *formSide(const TargetKind &kind, QWidget *parent = nullptr);

} // namespace mooring
