#pragma once

#include "ui/azure/signin/signinattempt.h"

#include <QPointer>
#include <QWidget>

class QComboBox;
class QLineEdit;

namespace mooring {

struct AppContext;
class Button;
class Form;
class FormRow;
class MethodList;
class SecretField;
class SignInCard;

/// Cloud, way to sign in, and what that way needs. Whoever shows it offers the act: begin(). A sign-in under way ends
/// with this part.
class SignInStep : public QWidget
{
    Q_OBJECT
public:
    explicit SignInStep(const AppContext &context, QWidget *parent = nullptr);
    ~SignInStep() override;

    /// Chosen as soon as the clouds are read; empty: the public one.
    void setWanted(const QString &cloud, const QString &tenant);
    /// False: whoever is signed in must do it again.
    void setOffersAccounts(bool offers) { m_offersAccounts = offers; }
    /// In place of the ways' own limits (SignInRequest::patience).
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }
    /// The way that is chosen.
    void takeFocus();
    /// Clouds and accounts again.
    void read();

    /// Who is signed in already goes on at once; else a sign-in begins. An error in the form takes the focus instead.
    void begin();
    void stop();
    bool isBusy() const { return m_attempt; }
    QString cloud() const;
    /// Of the button that calls begin().
    QString actText() const;
    /// What is waited for; empty: nothing.
    QString busyText() const;

Q_SIGNALS:
    void changed();
    void signedIn(const mooring::Account &account);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeForm();
    void showClouds(const std::vector<Cloud> &clouds);
    void showAccounts();
    void showMethod();
    void follow(SignInAttempt *attempt);
    void ended();
    void revealCard();
    SignInRequest request() const;

    const AppContext &m_context;
    QString m_wantedCloud, m_wantedTenant;
    std::vector<Account> m_accounts;
    bool m_offersAccounts = true;
    std::optional<std::chrono::milliseconds> m_patience;
    std::optional<Account> m_noted; ///< signed in, and something is to be read before it goes on
    QPointer<SignInAttempt> m_attempt;
    SignInMethod m_tried = SignInMethod::Browser;
    Form *m_form;
    QComboBox *m_clouds = nullptr;
    MethodList *m_methods = nullptr;
    SignInCard *m_card = nullptr;
    FormRow *m_cardRow = nullptr;
    FormRow *m_secretRow = nullptr;
    SecretField *m_secret = nullptr;
    QLineEdit *m_tenant = nullptr;
    QLineEdit *m_client = nullptr;
    FormRow *m_clientRow = nullptr;
    Button *m_more = nullptr;
};

} // namespace mooring
