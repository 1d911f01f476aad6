#pragma once

#include <QWidget>

class QVBoxLayout;

namespace mooring {

class DirectoryLook;

/// At the left of the picker: who is signed in, the tenants with what hinders them, the subscriptions to tick.
class DirectorySide : public QWidget
{
    Q_OBJECT
public:
    explicit DirectorySide(DirectoryLook &look, QWidget *parent = nullptr);

Q_SIGNALS:
    void signOutWanted();
    void signInWanted(const QString &tenant);

private:
    void fill();
    void fillTenants();

    DirectoryLook &m_look;
    QVBoxLayout *m_column;
};

} // namespace mooring
