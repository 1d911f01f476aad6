#pragma once

#include "ui/widgets/wizardpage.h"

namespace mooring {

struct AppContext;
class SignInStep;

/// "sign-in?cloud=C&tenant=T": for a page that needs somebody to sign in (again); goes back to it afterwards. Without
/// a cloud: to that of the open workspace.
class SignInPage : public WizardPage
{
    Q_OBJECT
public:
    SignInPage(const AppContext &context, const QString &route, QWidget *parent = nullptr);

    void shown() override;
    bool isOver() const override { return m_over; }

private:
    void want(const QString &cloud, const QString &tenant);
    void showState();

    const AppContext &m_context;
    SignInStep *m_step;
    bool m_isWanted = false, m_over = false, m_wasShown = false;
};

} // namespace mooring
