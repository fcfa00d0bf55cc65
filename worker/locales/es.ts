import privacy from './privacy/es.ts';
import type { Texts } from './texts.ts';
import verify from './verify/es.ts';

export default {
  emails: {
    ...privacy.emails,
    confirmation: {
      subject: 'Confirme su correo electrónico para {sender}: {code}',
      body: `Esta dirección se introdujo en un formulario de {page}. Confirme que es suya.

Usted eligió:

{purposes}

Haga clic en el botón y confirme en la página que se abre, o introduzca el código de 6 dígitos donde se suscribió. Ambos son válidos durante {hours}.`,
      button: 'Confirmar mi correo electrónico',
      footer:
        'Si no ha sido usted, ignore este correo: sin su confirmación no le enviamos nada y eliminamos la dirección al cabo de {days}. Lo envía {sender}.',
    },
    entry: {
      subject: '{code} es su código para {sender}',
      body: `Ha solicitado abrir sus preferencias de correo.

Introduzca este código de 6 dígitos donde lo solicitó en un plazo de 10 minutos, o haga clic en el botón. El enlace es válido durante 1 hora.`,
      button: 'Abrir mis preferencias',
      footer:
        'Si no lo ha solicitado, ignore este correo. No comparta el código: sin él, nadie puede ver ni cambiar sus preferencias. Lo envía {sender}.',
    },
    'address-old': {
      subject: 'Confirme el cambio de su correo electrónico en {sender}',
      body: `Nos han pedido usar {email} en lugar de esta dirección. Confirme que es lo que desea.

Haga clic en el botón y confirme en la página que se abre. También lo preguntamos en la dirección nueva y no cambiamos nada hasta que confirme en los dos correos. El enlace es válido durante 48 horas.`,
      button: 'Confirmar el cambio',
      footer: 'Si no ha sido usted, ignore este correo y no cambiará nada. Lo envía {sender}.',
    },
    'address-new': {
      subject: 'Confirme su nuevo correo electrónico para {sender}',
      body: `Nos han pedido usar esta dirección a partir de ahora. Confirme que es suya.

Haga clic en el botón y confirme en la página que se abre. El enlace es válido durante 48 horas.`,
      button: 'Confirmar mi nueva dirección',
      footer:
        'Si no ha sido usted, ignore este correo: no le enviamos nada y eliminamos la dirección. Lo envía {sender}.',
    },
    receipt: {
      subject: 'Justificante de sus preferencias en {sender}',
      body: `Guardó sus preferencias el {when}. Esto es lo que hemos registrado (texto exacto: {proof}):

{purposes}

Puede cambiar sus preferencias en cualquier momento.`,
      button: 'Ver y cambiar mis preferencias',
      footer: 'Recibe este correo porque pidió un justificante. Lo envía {sender}.',
    },
    'log-checkpoint': {
      subject: 'Punto de control del registro de consentimientos: {size} entradas',
      body: `Esto es lo que ha firmado el registro de consentimientos {origin}: el número de sus entradas y un hash de todas ellas. No contiene datos personales.

Conserve este correo. Si el registro se modifica después, este texto lo demuestra: guarde el texto de abajo como archivo y compruébelo junto con un archivo de prueba.`,
      button: 'Comprobar una prueba',
      footer: 'Recibe este correo porque esta dirección recibe los puntos de control de {sender}.',
    },
    'webhook-disabled': {
      subject: 'Se ha desactivado el webhook «{name}»',
      body: `Ya no se envía nada al webhook «{name}»: su receptor ha respondido con errores durante tres días o ha indicado que ya no existe.

Los eventos se conservan 30 días. Corrija el receptor y vuelva a activar el webhook: continuará donde se detuvo.`,
      button: 'Abrir el webhook',
      footer: 'Recibe este correo porque puede cambiar la configuración de {sender}.',
    },
    'log-halted': {
      subject: 'El registro de consentimientos se ha detenido',
      body: `Desde el {since} no se sella nada en el registro de consentimientos: el libro ya no es el que se firmó. Ocurre tras restaurar una copia de seguridad, o si alguien ha cambiado la propia base de datos.

Lea lo que se encontró, averigüe por qué y comience entonces otro registro. Las altas, las preferencias y los correos siguen como antes.`,
      button: 'Abrir el registro',
      footer: 'Recibe este correo porque puede cambiar los ajustes de {sender}.',
    },
    invitation: {
      subject: 'Su acceso a la consola de consentimientos de {sender}',
      body: `Ya puede iniciar sesión en la consola de consentimientos de {sender}.

Haga clic en el botón e introduzca este correo electrónico. Le enviaremos un enlace de acceso.`,
      button: 'Ir al inicio de sesión',
      footer:
        'Recibe este correo porque un administrador le ha añadido como usuario. Lo envía {sender}.',
    },
    'sign-in': {
      subject: 'Su enlace de acceso a {sender}',
      body: 'Ha solicitado iniciar sesión en la consola de consentimientos. Haga clic en el botón y confirme en la página que se abre. El enlace funciona una sola vez, durante 15 minutos.',
      button: 'Iniciar sesión',
      footer:
        'Si no lo ha solicitado, ignore este correo. No lo reenvíe: sin el enlace, nadie puede iniciar sesión en su nombre. Lo envía {sender}.',
    },
    'purpose-changed': {
      subject: '{sender} ha cambiado el texto que usted aceptó',
      body: `Usted dio su consentimiento a esto y hemos cambiado el texto. Ahora dice:

{purposes}

Su consentimiento sigue siendo válido. Si ya no está de acuerdo, puede retirarlo con la misma facilidad con la que lo dio.`,
      button: 'Ver y cambiar mis preferencias',
      footer: 'Recibe este correo porque dio su consentimiento. Lo envía {sender}.',
    },
  },
  noUse: { title: 'Nada por el momento', text: 'No le enviaremos nada.' },
  refused: {
    needs: 'Acepte primero aquello de lo que depende.',
    robot:
      'Este formulario comprueba que no es un robot y para ello necesita JavaScript. Active JavaScript y vuelva a cargar la página, o póngase en contacto con nosotros de otra forma.',
  },
  outcome: {
    title: 'No está suscrito',
    signedUp: '{email} está suscrito a:',
    agreed: 'Ha aceptado:',
    informed: 'Usamos sus datos para:',
    pending: 'Pendiente de que confirme {email}:',
    refused: 'No ha elegido:',
    ended: 'Ha terminado:',
    nothing: 'No le enviaremos nada a raíz de este formulario.',
    none: '{email} no está suscrito a nada. No le enviaremos nada.',
  },
  confirm: {
    title: 'Confirme su correo electrónico',
    text: 'Introduzca el código de 6 dígitos de nuestro correo a {email} o abra el enlace que contiene.',
    code: 'Código de 6 dígitos',
    button: 'Confirmar',
    again: 'Enviar un nuevo correo',
    sent: 'Ha pedido un nuevo correo.',
    capped:
      'Si no llega ningún correo en unos minutos, mire en la carpeta de correo no deseado. Enviamos como máximo 3 por hora y 10 al día; después, vuelva a pedirlo dentro de una hora o al día siguiente.',
    wait: 'Puede pedir un nuevo correo {when}.',
    other: 'Usar otra dirección',
    wrong: 'El código no es correcto o ha caducado.',
    press: 'Haga clic en el botón para confirmar que esta dirección es suya.',
    late: 'Este enlace ha caducado. Podemos enviarle uno nuevo.',
    done: 'Su correo electrónico está confirmado',
    gone: 'Ya no queda nada que confirmar aquí. Para suscribirse, rellene de nuevo el formulario.',
  },
  files: {
    large: 'Elija un archivo de {n} MB como máximo.',
    type: 'Elija un archivo de uno de estos tipos: {types}.',
  },
  corrections: {
    title: 'Cambio de correo electrónico',
    ask: '¿Usar {email} a partir de ahora?',
    button: 'Confirmar',
    half: 'Gracias. Confirme ahora también en el correo enviado a {email}.',
    changed: 'A partir de ahora enviamos sus correos a {email}.',
    taken: '{email} ya tiene sus propias preferencias de correo. Ábralas con esa dirección.',
    late: 'Este enlace ha caducado o ya se usó. Solicite el cambio de nuevo.',
  },
  unsubscribe: {
    title: 'Cancelar la suscripción',
    stop: 'Cancelar la suscripción a «{name}»',
    everything: 'Cancelar todas las suscripciones',
    manage: 'Ver y cambiar todas mis preferencias',
    stopped: 'Se ha cancelado su suscripción a «{name}».',
    stoppedAll: 'Se han cancelado todas sus suscripciones.',
    gone: 'Este enlace ya no funciona.',
    erased: 'Ya no guardamos nada sobre usted, así que no le enviaremos nada.',
  },
  problems: {
    missing: {
      title: 'Página no encontrada',
      text: 'Es posible que el enlace esté incompleto, haya caducado o ya se haya usado. Abra el enlace completo del correo o solicite uno nuevo en sus preferencias de correo.',
    },
    busy: {
      title: 'Espere un momento',
      text: 'Se han recibido demasiadas solicitudes o el servicio está ocupado. Inténtelo de nuevo en unos minutos.',
    },
    failed: {
      title: 'Lo sentimos, algo ha fallado',
      text: 'No se ha cambiado nada. Inténtelo de nuevo más tarde.',
    },
    refused: {
      title: 'La solicitud no se ha aceptado',
      text: 'Vuelva atrás, recargue la página e inténtelo de nuevo.',
    },
    reference: 'Si vuelve a ocurrir, indique este número: {id}',
    preferences: 'Preferencias de correo',
  },
  pages: { privacy: 'Política de privacidad', language: 'Idioma' },
  report: privacy.report,
  disclosure: privacy.disclosure,
  incident: privacy.incident,
  verify,
} satisfies Texts;
