import type { Texts } from './texts.ts';

export default {
  emails: {
    'privacy-notice': {
      subject: 'Lo que {sender} guarda sobre usted',
      body: `Acaba de darnos sus datos en {page}. Los guardamos para esto:

{purposes}

Puede preguntarnos en todo momento qué guardamos sobre usted, hacer que se corrija o se borre, y retirar un consentimiento con la misma facilidad con que lo dio.`,
      button: 'Ver y cambiar',
      footer:
        'Recibe este mensaje una sola vez, porque la ley nos pide que se lo digamos (RGPD art. 13). Es de {sender}.',
    },
    confirmation: {
      subject: 'Confirme su dirección',
      body: `Alguien, esperamos que usted, escribió esta dirección en un formulario en {page}.

Ha elegido:

{purposes}

Pulse el botón y después el de la página que se abre. O escriba estas seis cifras donde se apuntó. Ambos valen durante {hours} horas.`,
      button: 'Confirmar mi dirección',
      footer:
        '¿No fue usted? No haga nada: sin su confirmación no se le envía nada, y la dirección se olvida a los {days} días. Este mensaje es de {sender}.',
    },
    entry: {
      subject: 'Sus preferencias',
      body: `Este es el camino a lo que ha aceptado, y para cambiarlo.

Escriba estas seis cifras donde las pidió; valen 10 minutos. O pulse el botón; su enlace vale una hora.`,
      button: 'Abrir mis preferencias',
      footer:
        '¿No lo ha pedido? Entonces otra persona escribió su dirección, y no ocurre nada mientras guarde las cifras para usted. Este mensaje es de {sender}.',
    },
    'request-received': {
      subject: 'Su solicitud n.º {number}',
      body: `Tenemos su solicitud n.º {number} ({kind}). Tendrá noticias nuestras antes del {due}.

{grace}`,
      button: 'Ver mis solicitudes',
      footer: 'Este mensaje es de {sender}.',
    },
    'request-done': {
      subject: 'Su solicitud n.º {number} está hecha',
      body: 'Su solicitud n.º {number} ({kind}) se ha llevado a cabo.',
      button: '',
      footer: 'Este mensaje es de {sender}.',
    },
    'address-old': {
      subject: 'Su dirección va a cambiar',
      body: `Alguien, esperamos que usted, quiere que usemos {email} en lugar de esta dirección.

Pulse el botón y después el de la página que se abre. Lo mismo se pregunta en la dirección nueva; solo entonces cambia algo. El enlace vale 48 horas.`,
      button: 'Aceptar el cambio',
      footer: '¿No fue usted? No haga nada, y todo queda como está. Este mensaje es de {sender}.',
    },
    'address-new': {
      subject: 'Confirme su nueva dirección',
      body: `Alguien, esperamos que usted, quiere usar esta dirección con {sender}.

Pulse el botón y después el de la página que se abre. El enlace vale 48 horas.`,
      button: 'Confirmar mi nueva dirección',
      footer:
        '¿No fue usted? No haga nada: no se le envía nada, y la dirección se olvida. Este mensaje es de {sender}.',
    },
    receipt: {
      subject: 'Lo que ha cambiado',
      body: `Esto quedó registrado el {when} y consta en nuestro libro (las palabras exactas: {proof}):

{purposes}

Puede volver a cambiarlo en todo momento.`,
      button: 'Ver y cambiar',
      footer: 'Usted pidió este recibo. Es de {sender}.',
    },
    'breach-notice': {
      subject: 'Ha ocurrido algo con sus datos en {sender}',
      body: `{nature}

Lo que puede significar para usted:

{consequences}

Lo que hacemos, y lo que puede hacer usted:

{measures}

Pregúntenos: {contact}`,
      button: '',
      footer:
        'Recibe este mensaje porque la ley nos pide que se lo digamos (RGPD art. 34). Es de {sender}.',
    },
    'sign-in': {
      subject: 'Su enlace de acceso a la consola',
      body: 'Haga clic en el botón y confirme en la página que se abre. El enlace es válido durante 15 minutos y solo se puede usar una vez.',
      button: 'Iniciar sesión',
      footer:
        '¿No lo ha solicitado? Entonces otra persona ha escrito su dirección, y no ocurre nada mientras nadie use el enlace. Este mensaje es de {sender}.',
    },
    'source-notice': {
      subject: 'Lo que {sender} guarda sobre usted',
      body: `Tenemos sus datos. Nos llegaron así: {source}. Los guardamos para esto:

{purposes}

Puede preguntar en todo momento qué guardamos sobre usted, hacer que se corrija o se borre, oponerse, y retirar un consentimiento con la misma facilidad con que se dio.`,
      button: 'Ver y cambiar',
      footer:
        'Recibe este mensaje una sola vez, porque la ley nos pide que se lo digamos (RGPD art. 14). Es de {sender}.',
    },
    'purpose-changed': {
      subject: 'Las palabras que aceptó han cambiado',
      body: `Usted dijo que sí a esto en {sender}, y las palabras han cambiado. Ahora dicen así:

{purposes}

Su sí sigue valiendo. Si hoy lo ve de otro modo, puede retirarlo con la misma facilidad con que lo dio.`,
      button: 'Ver y cambiar',
      footer: 'Recibe este mensaje porque dijo que sí a esto. Es de {sender}.',
    },
    'data-ready': {
      subject: 'Sus datos: solicitud n.º {number}',
      body: `Ha solicitado una copia de sus datos ({kind}). Todo lo que guardamos sobre usted está listo para descargar: como página para leer o imprimir, y en JSON o CSV.

El enlace abre sus propias páginas, así que no reenvíe este correo. Cuando caduque, podrá pedir uno nuevo allí.`,
      button: 'Descargar mis datos',
      footer: 'Este correo es de {sender}.',
    },
    'request-refused': {
      subject: 'Su solicitud n.º {number}',
      body: `No podemos hacer lo que pidió en su solicitud n.º {number} ({kind}). El motivo:

{reason}

Puede reclamar ante la autoridad de protección de datos y acudir a los tribunales.`,
      button: '',
      footer: 'Este mensaje es de {sender}.',
    },
  },
  noUse: { title: 'Nada por el momento', text: 'No le enviaremos nada.' },
  outcome: {
    title: 'No está suscrito',
    signedUp: '{email} está suscrito a:',
    agreed: 'Ha aceptado:',
    informed: 'Usamos sus datos para:',
    pending: 'Pendiente de que confirme {email}:',
    refused: 'Ha dicho que no a:',
    ended: 'Ha terminado:',
    nothing: 'No le enviaremos nada a raíz de este formulario.',
    none: '{email} no está suscrito a nada. No le enviaremos nada.',
  },
  confirm: {
    title: 'Un paso más',
    text: 'Introduzca el código de 6 cifras de nuestro correo a {email} o abra el enlace que contiene.',
    code: 'Seis cifras',
    button: 'Confirmar',
    again: 'Enviar otra vez',
    sent: 'Ha pedido otro correo.',
    capped:
      'Si no llega ningún correo en unos minutos, mire en la carpeta de correo no deseado. Enviamos como máximo 3 por hora y 10 al día; después, vuelva a pedirlo dentro de una hora o al día siguiente.',
    wait: 'Puede pedir otro correo {when}.',
    other: 'Usar otra dirección',
    wrong: 'Las cifras no son correctas o son demasiado antiguas.',
    press: 'Pulse el botón para confirmar que esta dirección es suya.',
    late: 'Este enlace es demasiado antiguo. Podemos enviarle otro.',
    done: 'Su dirección está confirmada',
    gone: 'Ya no queda nada que confirmar aquí. Para suscribirse, rellene de nuevo el formulario.',
  },
  corrections: {
    title: 'Su dirección',
    ask: '¿Usar {email} a partir de ahora?',
    button: 'Sí, usarla',
    half: 'Gracias. Haga ahora lo mismo en el mensaje enviado a {email}.',
    changed: 'A partir de ahora sus mensajes van a {email}.',
    taken: '{email} ya tiene sus propias preferencias. Ábralas con esa dirección.',
    late: 'Este enlace es demasiado antiguo o ya se usó. Pida el cambio otra vez.',
  },
  unsubscribe: {
    title: '¿Dejar de recibir estos mensajes?',
    stop: 'Dejar «{name}»',
    everything: 'Dejarlo todo',
    manage: 'Ver y cambiar todas mis elecciones',
    stopped: 'Ya no recibirá «{name}».',
    stoppedAll: 'Ya no recibirá ninguno de nuestros mensajes.',
    gone: 'Este enlace ya no lleva a ninguna parte.',
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
      title: 'No se ha podido completar',
      text: 'Vuelva atrás, recargue la página e inténtelo de nuevo.',
    },
    reference: 'Si vuelve a ocurrir, indique este número: {id}',
    preferences: 'Preferencias de correo',
  },
  pages: { privacy: 'Política de privacidad', language: 'Idioma' },
  report: {
    title: 'Lo que se guarda de {email}',
    made: 'Hecho el {date}.',
    choices: 'Mis elecciones',
    submissions: 'Lo que he enviado',
    bounced: 'Los correos a esta dirección se devuelven desde el {date}.',
    messages: 'Mensajes que se me han enviado',
    nothing: 'Nada.',
    shown: 'Lo que se mostró (SHA-256):',
    also: 'Listas y avisos',
    segment: 'En nuestra lista',
    breach: 'Notificado de una violación de datos',
  },
} satisfies Texts;
